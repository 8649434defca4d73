package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import dev.aiwf.testkit.TwoSteps;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine does while it can't write, or not as fast as people send. */
class TroubleTest {

  private static final int PROJECTS = 64;
  private static final int FLOOD = 10_000;

  @TempDir private Path folder;
  private World world;
  private Database database;
  private Engine engine;

  @BeforeEach
  void open() throws DataFolder.InUse {
    world = new World(folder, new Store.InFolder());
    DataFolder taken = DataFolder.take(folder);
    Opening usual = Opening.of(new Store.InFolder(), folder);
    // As it is, but quicker to say that somebody else is writing.
    String impatient = usual.url().replace("busy_timeout=5000", "busy_timeout=50");
    assertThat(impatient).isNotEqualTo(usual.url());
    database = new Opening(usual.dialect(), impatient, "", "").open(_ -> {});
    engine = Engine.on(world.parts(taken), Engine.Inside.of(database));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Talk talk(int project) {
    return new Talk(engine, world.clock, new ProjectId("project-" + project));
  }

  private void started(int project) {
    new Someone(engine.inbox(), talk(project).project().value(), "lead", null).start();
  }

  /** Its first command waits, as all others do, until work begins. */
  private static void begunAsleep(Talk talk) {
    var _ =
        new Someone(talk.engine().inbox(), talk.project().value(), "lead", null)
            .sends(
                new Action.Start(talk.project().value(), TwoSteps.REF, null, null, Depth.STANDARD),
                "start");
  }

  @Test
  void while_somebody_else_writes_senders_are_told_and_then_all_goes_on_in_order()
      throws Exception {
    Talk talk = talk(0);
    begunAsleep(talk);
    talk.says("early");
    talk.says("later");
    try (Connection other = world.connection();
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      engine.work(List.of(world));
      assertThatThrownBy(() -> talk.says("meanwhile"))
          .isInstanceOf(Inbox.Busy.class)
          .hasMessageContaining("nothing changed");
      assertThat(engine.hindrance()).isPresent();
      statement.execute("rollback");
    }
    await().until(engine::ready);
    talk.says("meanwhile");
    talk.settle();
    assertThat(talk.said()).containsExactly("early", "later", "meanwhile");
    assertThat(engine.unproven()).isEmpty();
  }

  @Test
  void who_is_interrupted_is_taken_in_as_long_as_there_is_room() throws Exception {
    engine.work(List.of(world));
    Talk talk = talk(0);
    begunAsleep(talk);
    Thread.currentThread().interrupt();
    try {
      talk.says("in a hurry");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      var _ = Thread.interrupted();
    }
    talk.settle();
    assertThat(talk.said()).containsExactly("in a hurry");
  }

  @Test
  void what_comes_in_while_it_rests_is_done_at_the_next_start() throws Exception {
    engine.work(List.of(world));
    engine.rest();
    assertThat(engine.ready()).isFalse();
    Talk talk = talk(0);
    begunAsleep(talk);
    talk.says("at rest");
    await().until(() -> talk.said().equals(List.of("at rest")));
    assertThat(engine.figures().effects()).isPositive();
    engine.close();

    engine = Engine.open(world.parts(DataFolder.take(folder)));
    engine.work(List.of(world));
    talk(0).settle();
    assertThat(engine.idle()).isTrue();
    assertThat(talk(0).said()).containsExactly("at rest");
  }

  @Test
  void of_a_flood_each_is_either_told_to_come_again_or_takes_effect_once() throws Exception {
    engine.work(List.of(world));
    IntStream.range(0, PROJECTS).forEach(this::started);
    Map<Integer, Boolean> taken = new ConcurrentHashMap<>();
    CountDownLatch stuck = new CountDownLatch(1);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow = people.submit(() -> database.writer().write(_ -> waited(stuck)));
      AtomicInteger refused = new AtomicInteger();
      List<Future<?>> all =
          IntStream.range(0, FLOOD)
              .<Future<?>>mapToObj(i ->
                  people.submit(() -> {
                    boolean took = talk(i % PROJECTS).acknowledged("word " + i);
                    taken.put(i, took);
                    refused.addAndGet(took ? 0 : 1);
                  }))
              .toList();
      await().until(() -> refused.get() > 0);
      assertThat(engine.hindrance()).hasValueSatisfying(why -> assertThat(why).contains("So much"));
      stuck.countDown();
      slow.get();
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(engine.ready()).isTrue();
    assertThat(taken).hasSize(FLOOD).containsValue(true).containsValue(false);
    talk(0).settle();
    for (int project = 0; project < PROJECTS; project++) {
      int mine = project;
      assertThat(talk(project).said())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, FLOOD)
                  .filter(i -> i % PROJECTS == mine && taken.getOrDefault(i, false))
                  .mapToObj(i -> "word " + i)
                  .toList());
    }
    assertThat(engine.unproven()).isEmpty();
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
