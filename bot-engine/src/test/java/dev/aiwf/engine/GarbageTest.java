package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Operations;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine does with rows that nobody can read. */
class GarbageTest {

  @TempDir private Path folder;
  private World world;
  private Engine engine;

  @BeforeEach
  void open() throws DataFolder.InUse {
    world = new World(folder, new Store.InFolder());
    engine = world.engine();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Someone lead(String project) {
    return new Someone(engine.inbox(), project, "lead", World.CHANNEL);
  }

  private Talk talk(String project) {
    return new Talk(engine, world.clock, new ProjectId(project));
  }

  private void harm(String update) throws Exception {
    try (Connection connection = world.connection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(update)).as("rows that were harmed").isOne();
    }
  }

  @Test
  void a_command_that_can_not_be_read_is_set_aside_and_its_project_goes_on() throws Exception {
    lead("one").start();
    talk("one").settle();
    engine.close();
    engine = world.sleeping();
    talk("one").says("before");
    String command = lead("one").sends(new Action.Say("harmed"), "harmed").command();
    talk("one").says("after");
    harm("update inbox set body = '{\"half\":' where command = '" + command + "'");
    engine.work(List.of(world));
    talk("one").settle();
    assertThat(lead("one").settled(command).state()).isEqualTo(Settled.State.FAILED);
    assertThat(talk("one").said()).containsExactly("before", "after");
    assertThat(engine.unproven()).isEmpty();
  }

  @Test
  void an_effect_that_can_not_be_read_is_given_up_and_its_lane_goes_on() throws Exception {
    world.refuses(new NotNow("slow down", Duration.ofMinutes(1)));
    lead("one").start();
    await().until(world::allRefused);
    await()
        .untilAsserted(() ->
            harm(
                "update outbox set effect = 'not even an effect'"
                    + " where coalesces like '%visit:1' and state = 'open'"));
    world.clock.tick(Duration.ofMinutes(1));
    talk("one").settle();
    assertThat(world.shown).startsWith("status").doesNotContain("visit:1").endsWith("ask:1:goal");
    Operations.EffectLine given = engine.operations().effects().getFirst();
    assertThat(engine.operations().effects()).hasSize(1);
    assertThat(given.state()).isEqualTo(Operations.State.GIVEN_UP);
    assertThat(given.kind()).isEqualTo("unreadable");
    assertThat(engine.operations().drop(given.id())).isTrue();
    assertThat(engine.operations().effects()).isEmpty();
  }

  @Test
  void a_project_that_can_not_be_read_harms_no_other_and_is_healed_by_a_rebuild() throws Exception {
    lead("one").start();
    lead("two").start();
    talk("one").settle();
    engine.close();
    harm("update project set sidecar = '{\"half\":' where id = 'one'");
    engine = world.engine();

    String command = lead("one").sends(new Action.Say("too early"), "too early").command();
    talk("two").says("all is well here");
    talk("one").settle();
    assertThat(lead("one").settled(command).state()).isEqualTo(Settled.State.FAILED);
    assertThat(world.whispers).singleElement().asString().contains("Nothing changed");
    assertThat(talk("two").said()).containsExactly("all is well here");
    assertThat(engine.projects().list()).hasSize(2);
    assertThatThrownBy(() -> engine.projects().find(new ProjectId("one")))
        .isInstanceOf(RuntimeException.class);
    assertThat(engine.unproven()).containsExactly(new ProjectId("one"));

    engine.operations().rebuild();
    talk("one").says("healed");
    talk("one").settle();
    assertThat(talk("one").said()).containsExactly("healed");
    assertThat(engine.unproven()).isEmpty();
  }
}
