package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Asks that are put only where other answers call for them. */
class ConditionalAskTest {

  private static final Workflow WIDE = Wide.workflow();
  private static final Input CLOUD = new Input.Text("cloud");
  private static final Input OWN = new Input.Text("own");

  private static Given leftWithItsOwnHosting() {
    return Given.begun(WIDE)
        .when(
            LEAD,
            answer(
                "goal", new Input.Text("billing"),
                "users", new Input.Text("400"),
                "hosting", OWN,
                "architecture", new Input.Decision("tuned", "")))
        .when(LEAD, new Action.Skip("visits"))
        .when(LEAD, new Action.Skip("budget"))
        .presses(LEAD, "continue");
  }

  @Test
  void it_is_put_once_its_condition_holds_and_not_before() {
    Given given = Given.begun(WIDE);
    assertThat(given.here().asks()).extracting(Ask::id).doesNotContain("region");
    given.when(LEAD, answer("hosting", OWN));
    assertThat(given.here().asks()).extracting(Ask::id).doesNotContain("region");
    given.when(LEAD, answer("hosting", CLOUD));
    assertThat(given.here().asks()).extracting(Ask::id).contains("region");
  }

  @Test
  void what_is_not_put_is_not_missed() {
    leftWithItsOwnHosting()
        .then(
            new Fact.MenuAnswered("m2", "continue"),
            new Fact.StepCompleted("scoping"),
            new Fact.StepEntered("training"));
  }

  @Test
  void a_step_in_which_something_is_now_put_and_missing_is_open_again_and_no_other() {
    Given given =
        leftWithItsOwnHosting()
            .when(
                LEAD,
                answer(
                    "base_model", new Input.Decision("small", ""),
                    "format", new Input.Decision("pairs", "")))
            .presses(LEAD, "continue")
            .revises(LEAD, "hosting", CLOUD)
            .then(
                new Fact.Answered("hosting", new Value.Choice("cloud"), Fact.Via.REVISED),
                new Fact.WentStale("architecture", List.of("hosting")),
                new Fact.SentBack(List.of("scoping"), "hosting changed"),
                new Fact.StepEntered("scoping"));
    assertThat(given.here().open()).extracting(Ask::id).containsExactly("region", "architecture");
  }

  @Test
  void what_was_answered_before_is_there_again_when_it_is_put_again() {
    Given given =
        Given.wide(WIDE, "tuned")
            .when(LEAD, answer("hosting", OWN))
            .when(LEAD, answer("hosting", CLOUD));
    assertThat(given.here().open()).extracting(Ask::id).containsExactly("architecture");
  }

  @Test
  void deeper_asks_are_put_from_their_depth_on() {
    Given given = Given.wide(WIDE, "tuned").when(LEAD, new Action.ChangeDepth(Depth.THOROUGH));
    given.then(new Fact.DepthChanged(Depth.THOROUGH));
    assertThat(given.here().open()).extracting(Ask::id).containsExactly("sources");
    given
        .when(LEAD, new Action.ChangeDepth(Depth.THOROUGH))
        .refused(Refusal.Kind.CONFLICT, "at thorough depth already")
        .when(LEAD, new Action.ChangeDepth(Depth.QUICK));
    assertThat(given.here().open()).isEmpty();
  }

  @Test
  void a_deeper_project_opens_no_completed_step() {
    Given.wide(WIDE, "tuned")
        .presses(LEAD, "continue")
        .when(LEAD, new Action.ChangeDepth(Depth.THOROUGH))
        .then(new Fact.DepthChanged(Depth.THOROUGH));
  }
}
