package dev.aiwf.core.guide;

import static dev.aiwf.core.turn.Run.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.guide.Pipeline.State;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.turn.Run;
import dev.aiwf.core.workflow.Workflow;
import org.junit.jupiter.api.Test;

/** How far the phases are. */
class PipelineTest {

  private static final Workflow WIDE = Wide.workflow();

  @Test
  void the_first_phase_is_here_until_it_is_left() {
    Pipeline pipeline = Pipeline.of(WIDE, Run.begun(WIDE).sidecar());
    assertThat(pipeline.phases()).extracting(Pipeline.Stretch::title).startsWith("Design");
    assertThat(pipeline.phases().getFirst().state()).isEqualTo(State.HERE);
    assertThat(pipeline.phases().getFirst().words()).endsWith("open");
    assertThat(pipeline.phases().getLast().state()).isEqualTo(State.TO_COME);
  }

  @Test
  void a_project_that_stands_still_says_so() {
    Run stopped = Run.begun(WIDE).does(LEAD, new Action.Stop());
    assertThat(Pipeline.of(WIDE, stopped.sidecar()).phases().getFirst().words())
        .isEqualTo("stopped");
  }
}
