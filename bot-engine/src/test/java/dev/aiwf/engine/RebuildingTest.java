package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.Operations.Proofs;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored of projects is a cache, and can be made anew of their journals. */
class RebuildingTest {

  private static final ProjectId ID = new ProjectId("support-bot");

  @TempDir private Path folder;
  private final Store store = store();
  private Engine engine;
  private Someone lead;

  Store store() {
    return new Store.InFolder();
  }

  @BeforeEach
  void open() throws DataFolder.InUse {
    engine = new World(folder, store).engine();
    lead = new Someone(engine.inbox(), ID.value(), "lead", World.CHANNEL);
    lead.start();
    await().until(engine::idle);
    lead.answersEverything();
    await().until(engine::idle);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update project set sidecar = replace(sidecar, 'daily edits', 'weekly edits')",
        "update project set sidecar = 'not even a record'",
        "update project set waiting_for = 'nothing', owner = 'nobody'",
        "delete from project",
      })
  void whatIsNotAsTheJournalSaysIsToldAndReplaced(String harm) throws Exception {
    long last = engine.projects().messages(ID, 0, 1_000).getLast().seq();
    harm(harm);

    assertThat(engine.operations().proofs()).isEqualTo(new Proofs(1, List.of(ID), List.of()));
    assertThat(engine.unproven()).containsExactly(ID);
    assertThat(engine.operations().rebuild()).isEqualTo(new Proofs(1, List.of(ID), List.of()));
    assertThat(engine.operations().rebuild()).isEqualTo(new Proofs(1, List.of(), List.of()));

    lead.does(new Action.Say("progress"));
    assertThat(engine.unproven()).isEmpty();
    assertThat(engine.projects().messages(ID, last, 1_000)).isNotEmpty();
  }

  @Test
  void aJournalThatCantBeReadIsToldAndLeftAlone() throws Exception {
    harm("delete from journal where number = 2");

    assertThat(engine.operations().rebuild()).isEqualTo(new Proofs(1, List.of(), List.of(ID)));
    assertThat(engine.projects().find(ID)).as("what is stored is all there is").isPresent();
  }

  private void harm(String update) throws Exception {
    try (Connection connection = Connected.to(store, folder);
        Statement statement = connection.createStatement()) {
      statement.execute(update);
    }
  }
}
