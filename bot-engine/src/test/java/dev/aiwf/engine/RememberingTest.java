package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.guide.CaseStudy;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What finished projects decided is kept outside of the tables, once and for as long as it may. */
class RememberingTest {

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

  private Someone lead() {
    return new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL);
  }

  private Someone atItsEnd() {
    Someone lead = lead();
    lead.start();
    settle();
    lead.answersEverything();
    lead.continues("m1");
    lead.passesTheGate();
    return lead;
  }

  private void settle() {
    await().until(engine::idle);
  }

  @Test
  void aFinishedProjectIsKeptAndAnUnfinishedOneIsNot() throws Exception {
    Someone lead = atItsEnd();
    settle();
    assertThat(world.memory.all()).isEmpty();

    lead.continues("m2");
    settle();

    CaseStudy study = world.memory.of(lead.project()).orElseThrow();
    assertThat(study.decisions())
        .singleElement()
        .extracting(CaseStudy.Choice::chosen)
        .isEqualTo("RAG only was chosen. Why: daily edits");
    engine.close();
    engine = world.engine();
    settle();
    assertThat(world.memory.kept()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeKeptIsKeptLater() {
    Someone lead = atItsEnd();
    settle();
    world.memory.failOnce();
    lead.continues("m2");
    await().until(() -> !world.memory.fails());

    world.clock.tick(Duration.ofMinutes(10));
    engine.tick();

    await().until(() -> world.memory.of(lead.project()).isPresent());
  }

  @Test
  void aProjectIsForgottenThereToo() throws Exception {
    Someone lead = atItsEnd();
    lead.continues("m2");
    settle();
    world.memory.failOnce();
    assertThatThrownBy(() -> engine.forgetting().forget(lead.project(), true))
        .isInstanceOf(NotNow.class);
    assertThat(engine.projects().find(lead.project())).as("it can be said again").isPresent();

    engine.forgetting().forget(lead.project(), true);

    assertThat(world.memory.all()).isEmpty();
  }

  @Test
  void whenAPersonIsForgottenItIsWrittenAnewWithoutTheirWords() {
    Someone lead = atItsEnd();
    settle();
    engine.forgetting().forget(new PersonId("console:lead"));
    settle();
    assertThat(world.memory.all()).as("the project is under way").isEmpty();
    lead.continues("m2");
    settle();

    engine.forgetting().forget(new PersonId("console:lead"));

    await().until(() -> world.memory.kept() == 2);
    assertThat(engine.unproven()).isEmpty();
  }
}
