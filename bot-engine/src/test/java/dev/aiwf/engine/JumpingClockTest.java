package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.turn.Turn;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine does when somebody sets the clock while much waits for its time. */
class JumpingClockTest {

  private static final Duration A_YEAR = Duration.ofDays(365);
  private static final QuietHours NIGHT =
      new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0), ZoneOffset.UTC);

  @TempDir private Path folder;
  private World world;
  private Engine engine;
  private Someone lead;
  private Talk talk;
  private final AtomicInteger stumbles = new AtomicInteger();

  @BeforeEach
  void atTheGate() throws DataFolder.InUse {
    world = new World(folder, new Store.InFolder()).offering(Reminding.TWO_STEPS);
    engine = engine();
    engine.work(List.of(world));
    lead = new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL);
    talk = new Talk(engine, world.clock, new ProjectId("support-bot"));
    lead.start();
    await().until(engine::idle);
    lead.answersEverything();
    lead.continues("m1");
    await().until(engine::idle);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Engine engine() throws DataFolder.InUse {
    Engine.Parts usual = world.parts(DataFolder.take(folder));
    Engine.Parts parts =
        new Engine.Parts(
            usual.folder(),
            usual.store(),
            usual.clock(),
            usual.offered(),
            usual.repositories(),
            usual.renderer(),
            usual.memory(),
            usual.watch(),
            Optional.of(NIGHT),
            usual.keeps());
    Engine.Inside inside = Engine.Inside.of(Opening.of(usual.store(), folder).open(_ -> {}));
    return Engine.on(
        parts,
        new Engine.Inside(
            inside.database(),
            (workflow, before, command, model) -> {
              if (stumbles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("a stumble");
              }
              return Turn.take(workflow, before, command, model);
            },
            inside.courtesy(),
            inside.turns(),
            inside.effects()));
  }

  /** A message that is to come again, a no behind it, and a command between two tries. */
  private void muchWaits() throws Exception {
    world.refuses(new NotNow("slow down", Duration.ofMinutes(30)));
    lead.does(new Action.Say("progress"));
    await().until(world::allRefused);
    lead.continues("m1");
    stumbles.set(1);
    talk.says("hello");
    await().until(() -> stumbles.get() == 0);
    world.shown.clear();
  }

  private void jumps(Duration by) {
    world.clock.tick(by);
    await()
        .until(() -> {
          engine.sweep();
          engine.tick();
          return engine.idle();
        });
  }

  private long reminders() {
    return engine.projects().facts(talk.project(), 0, 1_000).stream()
        .filter(entry -> entry.fact() instanceof Fact.Reminded)
        .count();
  }

  private void nothingIsLostOrDoubled() {
    assertThat(talk.said()).filteredOn("hello"::equals).hasSize(1);
    assertThat(world.shown).isNotEmpty().doesNotHaveDuplicates();
    assertThat(engine.unproven()).isEmpty();
    assertThat(engine.figures().commands()).isZero();
    assertThat(engine.figures().effects()).isZero();
    assertThat(engine.figures().givenUp()).isZero();
  }

  @Test
  void a_year_forward_ends_all_waits_and_what_expired_is_dropped() throws Exception {
    muchWaits();
    jumps(A_YEAR);
    nothingIsLostOrDoubled();
    assertThat(world.whispers).isEmpty();
    assertThat(reminders()).isOne();
    jumps(A_YEAR.negated());
    jumps(Reminding.AFTER);
    assertThat(reminders()).isOne();
  }

  @Test
  void a_year_back_holds_nobody_up_and_the_reminder_comes_when_its_time_comes() throws Exception {
    muchWaits();
    jumps(A_YEAR.negated());
    nothingIsLostOrDoubled();
    assertThat(world.whispers).hasSize(1);
    assertThat(reminders()).isZero();
    jumps(A_YEAR.plus(Reminding.AFTER));
    jumps(Duration.ofDays(1));
    assertThat(reminders()).isOne();
  }

  @Test
  void what_was_put_off_in_a_later_year_is_tried_at_once_when_the_clock_is_back() throws Exception {
    jumps(A_YEAR);
    muchWaits();
    jumps(A_YEAR.negated());
    nothingIsLostOrDoubled();
    assertThat(reminders()).isOne();
  }

  @Test
  void a_jump_into_the_night_reminds_nobody_before_the_morning_and_then_once() {
    jumps(A_YEAR.plusHours(14));
    assertThat(reminders()).isZero();
    jumps(Duration.ofHours(9));
    assertThat(reminders()).isOne();
    jumps(A_YEAR.negated());
    jumps(A_YEAR.plusDays(1));
    assertThat(reminders()).isOne();
  }
}
