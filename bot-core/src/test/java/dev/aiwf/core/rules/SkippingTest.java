package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Steps that the answers leave out. */
class SkippingTest {

  private static final Workflow WIDE = Wide.workflow();

  @Test
  void a_step_is_passed_by_with_its_reason_filled_in() {
    Given given =
        Given.wide(WIDE, "rag-only")
            .presses(LEAD, "continue")
            .then(
                new Fact.MenuAnswered("m2", "continue"),
                new Fact.StepCompleted("scoping"),
                new Fact.StepSkipped("training", "Nothing is trained for 400 users."),
                new Fact.StepEntered("release"));
    assertThat(given.sidecar().way().skipped())
        .containsExactly(entry("training", "Nothing is trained for 400 users."));
  }

  @Test
  void it_is_walked_through_once_its_condition_holds_no_more() {
    Given given =
        Given.wideAtTheGate(WIDE, "rag-only")
            .revises(LEAD, "architecture", new Input.Decision("tuned", "tone"))
            .then(
                new Fact.Answered(
                    "architecture", new Value.Decision("tuned", "tone"), Fact.Via.REVISED),
                new Fact.SentBack(List.of("training"), "architecture changed"),
                new Fact.StepEntered("training"));
    assertThat(given.sidecar().way().skipped()).isEmpty();
    given
        .when(
            LEAD,
            answer(
                "base_model", new Input.Decision("small", ""),
                "format", new Input.Decision("pairs", "")))
        .presses(LEAD, "continue")
        .then(
            new Fact.MenuAnswered("m4", "continue"),
            new Fact.StepCompleted("training"),
            new Fact.StepEntered("release"));
  }

  @Test
  void a_completed_step_that_the_answers_now_leave_out_is_marked_as_skipped() {
    Given given =
        Given.begun(leftOutFor("small"))
            .when(LEAD, answer("size", new Input.Text("large")))
            .presses(LEAD, "continue")
            .when(LEAD, answer("words", new Input.Text("many")))
            .presses(LEAD, "continue")
            .revises(LEAD, "size", new Input.Text("small"))
            .then(
                new Fact.Answered("size", new Value.Choice("small"), Fact.Via.REVISED),
                new Fact.StepSkipped("wording", "Too Small."));
    assertThat(given.sidecar().way().completed()).containsExactly("sizing");
    assertThat(given.sidecar().way().skipped()).containsKey("wording");
    assertThat(given.here().step().id()).isEqualTo("ending");
    given
        .revises(LEAD, "size", new Input.Text("large"))
        .then(
            new Fact.Answered("size", new Value.Choice("large"), Fact.Via.REVISED),
            new Fact.SentBack(List.of("wording"), "size changed"),
            new Fact.StepEntered("wording"));
    assertThat(given.here().missing()).isEmpty();
  }

  private static Workflow leftOutFor(String size) {
    return new Workflow(
        new WorkflowRef("sizes", "1", "hash"),
        "Sizes",
        List.of(new Phase(0, "All")),
        List.of(
            step(
                "sizing",
                ask(
                    "size",
                    new AskType.Choice(
                        List.of(
                            new AskType.Option("small", "Small", null),
                            new AskType.Option("large", "Large", null)))),
                null),
            step(
                "wording",
                ask("words", new AskType.Text(20)),
                new Step.Skip(new Condition.Is("size", size), "Too {size}.")),
            step("ending", ask("end", new AskType.Text(20)), null)));
  }

  private static Step step(String id, Ask ask, Step.@Nullable Skip skip) {
    return new Step(id, 0, id, id, List.of(ask), List.of(), Script.MENU, null, skip, "");
  }

  private static Ask ask(String id, AskType type) {
    return new Ask(id, "What " + id + "?", null, true, Depth.QUICK, type, List.of());
  }
}
