package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.Store;
import dev.aiwf.engine.store.StoreTrouble;
import dev.aiwf.engine.store.UnusableDatabase;
import dev.aiwf.testkit.SmallDisk;
import dev.aiwf.testkit.Someone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the engine does when the disk is full, and when there is room again. */
class FullDiskTest {

  private static final ProjectId PROJECT = new ProjectId("support-bot");
  private static final int A_FEW_PAGES = 24;

  private final List<String> acknowledged = new ArrayList<>();

  @Test
  void senders_are_told_while_the_disk_is_full_and_it_goes_on_when_there_is_room()
      throws Exception {
    try (SmallDisk disk = SmallDisk.mounted()) {
      World world = new World(disk.folder().resolve("data"), new Store.InFolder());
      try (Engine engine = world.engine()) {
        Talk talk = begun(engine, world);
        full(disk, talk);

        sendersAreTold(talk);

        disk.makeRoom();
        await().until(engine::ready);
        assertThat(says(talk)).as("taken without a restart").isTrue();
        allTookEffectOnce(talk);
        assertThat(world.showings)
            .as("whoever shows it is told of each that may stand there already")
            .filteredOn(showing -> showing.posted() == null && !showing.unsure())
            .extracting(Surface.Showing::posting)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void a_start_on_a_full_disk_says_so_and_loses_nothing() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted()) {
      World world = new World(disk.folder().resolve("data"), new Store.InFolder());
      try (Engine engine = world.engine()) {
        assertThat(says(begun(engine, world))).isTrue();
      }
      disk.fill(0);
      assertThatThrownBy(() -> world.engine().close())
          .isInstanceOf(UnusableDatabase.class)
          .hasMessage("The disk that holds the database is full: make room. Nothing was changed.");
      disk.makeRoom();
      try (Engine engine = world.engine()) {
        allTookEffectOnce(new Talk(engine, world.clock, PROJECT));
      }
    }
  }

  @Test
  void a_death_on_a_full_disk_loses_nothing() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted()) {
      World world = new World(disk.folder().resolve("data"), new Store.InFolder());
      try (Engine engine = world.engine()) {
        full(disk, begun(engine, world));
      }
      disk.fill(0);
      try (Engine engine = world.engine()) {
        // Opening tidies up and may leave room for a little more, so that is used up first.
        Talk talk = new Talk(engine, world.clock, PROJECT);
        full(disk, talk);
        sendersAreTold(talk);
        disk.makeRoom();
        await().until(engine::ready);
        allTookEffectOnce(talk);
      }
    }
  }

  @Test
  void what_is_logged_names_the_disk_and_not_what_followed_from_it() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted();
        Database database = Opening.of(new Store.InFolder(), disk.folder()).open(_ -> {})) {
      disk.fill(A_FEW_PAGES);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  database.writer().write(InboxTable::takes);
                }
              })
          .isInstanceOf(StoreTrouble.class)
          .rootCause()
          .hasMessageContaining("SQLITE_FULL");
    }
  }

  private static Talk begun(Engine engine, World world) {
    new Someone(engine.inbox(), PROJECT.value(), "lead", World.CHANNEL).start();
    Talk talk = new Talk(engine, world.clock, PROJECT);
    talk.settle();
    return talk;
  }

  /** With turns under way, so that some of what was acknowledged waits. */
  private void full(SmallDisk disk, Talk talk) throws Exception {
    disk.fill(A_FEW_PAGES);
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> !says(talk) && talk.engine().hindrance().isPresent());
    assertThat(acknowledged).isNotEmpty();
  }

  /** A small write may find a place once more while a larger one is given back. */
  private void sendersAreTold(Talk talk) {
    await()
        .untilAsserted(() -> {
          assertThat(refusal(talk))
              .hasValueSatisfying(no -> assertThat(no).contains("nothing changed"));
          assertThat(talk.engine().hindrance())
              .hasValueSatisfying(why -> assertThat(why).contains("What was acknowledged is safe"));
          assertThat(talk.engine().ready()).isFalse();
        });
  }

  private boolean says(Talk talk) {
    String words = next();
    boolean taken = talk.acknowledged(words);
    if (taken) {
      acknowledged.add(words);
    }
    return taken;
  }

  /** What somebody is told who is not taken. */
  private Optional<String> refusal(Talk talk) {
    String words = next();
    try {
      talk.says(words);
      acknowledged.add(words);
      return Optional.empty();
    } catch (Inbox.Busy e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private String next() {
    return "word " + acknowledged.size();
  }

  private void allTookEffectOnce(Talk talk) {
    talk.settle();
    assertThat(talk.said()).containsExactlyElementsOf(acknowledged);
    assertThat(talk.engine().unproven()).isEmpty();
    assertThat(talk.engine().figures())
        .satisfies(figures -> {
          assertThat(figures.commands()).isZero();
          assertThat(figures.effects()).isZero();
          assertThat(figures.givenUp()).isZero();
        });
  }
}
