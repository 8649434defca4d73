package dev.aiwf.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Importing;
import dev.aiwf.core.rules.Script;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a channel sees where a project lies in the repository already. */
class FoundTest {

  private static final Workflow SCRIPT = Script.workflow();
  private static final String FOUND = "found:sidecar";
  private static final Import.Source SOURCE = new Import.Source("bot/sidecar.yaml", "a1b2", null);

  private static final Import CONTENT =
      Importing.of(
          SCRIPT,
          SOURCE,
          Map.of(
              "project_name", "support-bot",
              "stepsCompleted", List.of(1),
              "lastContinued", "2026-03-03T10:00:00Z",
              "architecture", "rag-only",
              "answers", Map.of("goal", "billing", "use_case", "poetry")),
          Map::toString);

  private static Run found(Import content) {
    return Run.opening(SCRIPT)
        .does(
            new Sender.Effect(1),
            new Action.RepositoryRead(
                "file:///a", "aiwf/x", "aiwf/x", "file:///a", content, List.of()));
  }

  @Test
  void itIsToldWhatLiesThereAndWhatDoesNotFit() {
    Run run = found(CONTENT);

    assertThat(run.text(FOUND))
        .contains("support-bot", "1 of 3 steps", "1 decision", "1 answer", "2026-03-03")
        .contains("use_case stays open", "poetry");
    assertThat(run.buttons(FOUND)).containsExactly("Take it up", "Begin anew");
    assertThat(run.text("status")).contains("waiting for @lead: a choice");
  }

  @Test
  void theQuestionSaysAfterwardsWhoAnsweredIt() {
    Run run = found(CONTENT).does(Run.LEAD, new Action.TakeUp("a1b2"));

    assertThat(run.buttons(FOUND)).isEmpty();
    assertThat(run.text(FOUND)).contains("Taken up by @lead");
    assertThat(run.here().step().id()).isEqualTo("release");
    assertThat(run.text("visit:1")).contains("May it go out?");
  }

  @Test
  void whatCannotBeReadOffersToBeginAnewOnly() {
    Run run = found(Import.unreadable(SOURCE, "It is not YAML that can be read."));

    assertThat(run.text(FOUND)).contains("not YAML");
    assertThat(run.buttons(FOUND)).containsExactly("Begin anew");
    assertThat(run.does(Run.LEAD, new Action.BeginAnew("a1b2")).text(FOUND))
        .contains("Begun anew by @lead");
  }
}
