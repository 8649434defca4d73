package dev.aiwf.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.turn.Run;
import dev.aiwf.core.workflow.Workflow;
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
