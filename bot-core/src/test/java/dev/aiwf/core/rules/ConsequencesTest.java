package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows from a changed answer reaches as far as it must, and no further. */
class ConsequencesTest {

  private static final Workflow WIDE = Wide.workflow();
  private static final Input RAG_ONLY = new Input.Decision("rag-only", "facts are looked up");

  @Test
  void a_completed_step_that_is_now_skipped_is_not_walked_through_again() {
    Given given = Given.wideAtTheGate(WIDE, "tuned").revises(LEAD, "architecture", RAG_ONLY);
    assertThat(given.sidecar().way().skipped()).containsKey("training");
    assertThat(given.sidecar().way().completed()).doesNotContain("training");
    assertThat(given.here().step().id()).isEqualTo("release");
    assertThat(given.sidecar().answers().to("base_model").orElseThrow().stale()).isFalse();
  }

  @Test
  void the_step_a_project_is_at_is_left_when_it_is_now_skipped() {
    Given given = Given.wide(WIDE, "tuned").presses(LEAD, "continue");
    assertThat(given.here().step().id()).isEqualTo("training");
    given = given.revises(LEAD, "architecture", RAG_ONLY);
    assertThat(given.here().step().id()).isEqualTo("release");
    assertThat(given.sidecar().way().skipped()).containsKey("training");
  }

  @Test
  void taking_back_what_skipped_a_step_opens_it_again() {
    Given given =
        Given.wideAtTheGate(WIDE, "tuned")
            .revises(LEAD, "architecture", RAG_ONLY)
            .when(LEAD, new Action.Undo(null));
    assertThat(given.sidecar().way().skipped()).doesNotContainKey("training");
    assertThat(given.here().step().id()).isEqualTo("training");
  }

  @Test
  void an_answer_after_a_gate_voids_nothing_that_was_signed_before_it() {
    Given given =
        Given.wideAtItsEnd(WIDE, "rag-only")
            .when(LEAD, answer("operator", new Input.Text("ops"), "alerts", new Input.Text("3")))
            .when(LEAD, answer("on_call", new Input.Decision("day", "")))
            .when(LEAD, answer("alerts", new Input.Text("4")));
    assertThat(given.sidecar().gate("release").verdict()).isEqualTo(Verdict.GO);
    assertThat(given.sidecar().answers().to("on_call").orElseThrow().stale()).isTrue();
    assertThat(given.here().step().locked()).isTrue();
  }

  @Test
  void the_way_back_does_not_lead_to_a_stop_where_nothing_waits() {
    assertThat(Given.wideAtTheGate(WIDE, "tuned").here().returnTo())
        .doesNotContain("init")
        .first()
        .isEqualTo("scoping");
  }

  @Test
  void another_depth_voids_what_was_signed_at_this_one() {
    Given given =
        Given.wideAtTheGate(WIDE, "tuned")
            .when(LEAD, new Action.Sign(Verdict.CONDITIONAL, null, List.of("mask names"), null));
    assertThat(given.sidecar().gate("release").verdict()).isEqualTo(Verdict.CONDITIONAL);
    given.when(LEAD, new Action.ChangeDepth(Depth.QUICK));
    assertThat(given.sidecar().gate("release").verdict()).isNull();
  }

  @Test
  void the_depth_stands_once_the_design_is_locked() {
    Given.wideAtItsEnd(WIDE, "tuned")
        .when(LEAD, new Action.ChangeDepth(Depth.QUICK))
        .refused(Refusal.Kind.CONFLICT, "locked since Running began");
  }
}
