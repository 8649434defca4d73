package dev.aiwf.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Script;
import dev.aiwf.core.rules.Wide;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is shown where the project is talked about, to whoever asks for it. */
class ArtifactTest {

  private static final Sender REPORT = new Sender.Effect(3);
  private static final String SIDECAR = "sidecar.yaml";
  private static final String DECISION = "phase-0-scoping/architecture-decision.md";

  private static Run committed() {
    return Run.begun(Script.workflow())
        .does(
            REPORT,
            new Action.Published("scoping", "a1b2c3d4e5f6a7b8", List.of(DECISION, SIDECAR)));
  }

  private static Repository.Place place(Run run) {
    return Objects.requireNonNull(run.sidecar().repository().place());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "artifact architecture-decision.md",
        "Artifacts Architecture-Decision.md?",
        "artifact phase-0-scoping/architecture-decision.md"
      })
  void itIsReadWhenSomebodyNamesIt(String words) {
    Run run = committed().says(Run.LEAD, words);

    assertThat(run.facts()).endsWith(new Fact.ArtifactWanted(DECISION));
    assertThat(run.effects())
        .contains(new Effect.ReadArtifact(run.sidecar().id(), place(run), DECISION));
  }

  @Test
  void itsBeginningStandsInTheChannelAndTheQuestionBelow() {
    Run run =
        committed()
            .says(Run.LEAD, "artifact architecture-decision.md")
            .does(
                REPORT,
                new Action.ArtifactRead(
                    DECISION, "# RAG\n\nIt [links](https://evil.example/x).", 7));

    assertThat(run.facts()).containsExactly(new Fact.ArtifactShown(DECISION));
    assertThat(run.text("artifact:c5"))
        .contains(DECISION, "RAG", "It links.", "7 more lines", "@aiwf artifacts " + DECISION)
        .contains("Still open: ")
        .doesNotContain("evil.example");
  }

  @Test
  void whatIsNoProseStandsAsItIs() {
    Run run =
        committed()
            .says(Run.LEAD, "artifact sidecar.yaml")
            .does(REPORT, new Action.ArtifactRead(SIDECAR, "goal: |\n  # not a heading", 0));

    assertThat(run.text("artifact:c5"))
        .contains("goal: |\n  # not a heading")
        .doesNotContain("more line");
  }

  @Test
  void whyItCannotBeShownIsSaid() {
    Run run =
        committed()
            .says(Run.LEAD, "artifact sidecar.yaml")
            .does(REPORT, new Action.ArtifactMissed(SIDECAR, "The disk is gone."));

    assertThat(run.reply()).contains(SIDECAR, "The disk is gone.", "as a1b2c3d");
  }

  @Test
  void whatIsNotThereIsSaid() {
    Run run = Run.begun(Script.workflow()).says(Run.LEAD, "artifact spec.md");
    assertThat(run.reply()).contains("Nothing has been committed yet");
    assertThat(run.effects()).noneMatch(Effect.ReadArtifact.class::isInstance);

    assertThat(committed().says(Run.LEAD, "artifact spec.md").reply())
        .contains("There is no such file", DECISION, SIDECAR);
    assertThat(committed().says(Run.LEAD, "artifacts").reply()).contains(DECISION, SIDECAR);
  }

  @Test
  void ofSeveralThatEndSoNoneIsTakenUnasked() {
    Run run =
        Run.begun(Script.workflow())
            .does(
                REPORT,
                new Action.Published(
                    "scoping", "a1b2c3d4", List.of("1/spec.md", "2/spec.md", "myspec.md")));

    assertThat(run.says(Run.LEAD, "artifact spec.md").reply())
        .contains("Which one is meant?", "1/spec.md", "2/spec.md")
        .doesNotContain("myspec.md");
    assertThat(run.says(Run.LEAD, "artifact 2/spec.md").facts())
        .endsWith(new Fact.ArtifactWanted("2/spec.md"));
  }

  @Test
  void whatIsToBeWrittenIsNamedWithItsStep() {
    assertThat(Run.begun(Wide.workflow()).says(Run.LEAD, "artifact sources.md").reply())
        .contains("is written by ", "nothing of it yet");
  }

  @Test
  void aSentenceThatBeginsWithTheWordIsAnAnswer() {
    Run run = committed().says(Run.LEAD, "artifacts of old tickets are answered.");

    assertThat(run.facts()).noneMatch(Fact.Shown.class::isInstance);
    assertThat(run.sidecar().answers().to("goal")).isPresent();
  }
}
