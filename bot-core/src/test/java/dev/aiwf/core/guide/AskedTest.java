package dev.aiwf.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.turn.Run;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown to one person beside the conversation. */
class AskedTest {

  private static final Workflow WIDE = Wide.workflow();

  private final Run run = Run.begun(WIDE);

  @Test
  void whatAWordShowsIsShownWithNothingToPress() {
    Content depth = Asked.of(WIDE, run.sidecar(), "depth").orElseThrow();
    assertThat(depth.text()).contains("depth");
    assertThat(depth.buttons()).isEmpty();
  }

  @Test
  void whereAFileIsReadIsSaid() {
    run.does(
        new Sender.Effect(7),
        new Action.Published("scoping", "a1b2c3d4e5f6", List.of("sidecar.yaml")));
    assertThat(Asked.of(WIDE, run.sidecar(), "artifact sidecar.yaml").orElseThrow().text())
        .startsWith(
            "sidecar.yaml was last committed as a1b2c3d. What is in it is shown where the project"
                + " is talked about: say artifact sidecar.yaml there.");
  }

  @Test
  void whatIsNoWordShowsNothing() {
    assertThat(Asked.of(WIDE, run.sidecar(), "answer billing questions")).isEmpty();
  }

  @Test
  void whoIsWaitedForIsTheOwnerWhileAnAnswerIsMissing() {
    assertThat(Waiting.people(run.sidecar(), Situation.of(WIDE, run.sidecar())))
        .containsExactly(run.sidecar().team().owner());
    assertThat(Asked.of(WIDE, run.sidecar(), "remind").orElseThrow().text())
        .startsWith("Still waiting for @");
    assertThat(Asked.of(WIDE, run.sidecar(), "gate").orElseThrow().text())
        .startsWith("No gate waits");
  }
}
