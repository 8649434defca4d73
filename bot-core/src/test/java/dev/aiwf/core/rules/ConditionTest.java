package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.DATA;
import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a gate was passed under is followed to the end, and the end is confirmed. */
class ConditionTest {

  private static final Workflow WIDE = Wide.workflow();

  private static Given conditional() {
    return Given.wideAtTheGate(WIDE, "rag-only")
        .when(
            LEAD,
            new Action.Sign(Verdict.CONDITIONAL, null, List.of("mask names", " test\tload "), null))
        .presses(LEAD, "continue");
  }

  private static Action met(String condition, String how) {
    return new Action.Meet("release", condition, how);
  }

  private static Given finishing() {
    return conditional()
        .when(
            LEAD,
            answer("operator", new Input.Text("ops"), "on_call", new Input.Decision("day", "")))
        .when(LEAD, new Action.Skip("alerts"));
  }

  @Test
  void each_is_kept_and_waits_to_be_met() {
    assertThat(conditional().sidecar().gate("release").unmet())
        .containsExactly("mask names", "test load");
  }

  @Test
  void somebody_says_how_it_was_met_and_whoever_comes_second_is_told() {
    Given given =
        conditional()
            .when(DATA, met("mask names", " see the report "))
            .then(new Fact.ConditionMet("release", "mask names", "see the report"))
            .when(LEAD, met("mask names", "I did it"))
            .refused(Refusal.Kind.CONFLICT, "data marked that as met at 09:08 UTC");
    assertThat(given.sidecar().gate("release").unmet()).containsExactly("test load");
    assertThat(given.sidecar().gate("release").met().values())
        .extracting(GateState.Met::by)
        .containsExactly(DATA.id());
  }

  @Test
  void only_what_is_a_condition_can_be_met_and_it_takes_words() {
    conditional()
        .when(LEAD, met("be nice", "always"))
        .refused(Refusal.Kind.CONFLICT, "no such condition")
        .when(LEAD, new Action.Meet("scoping", "mask names", "x"))
        .refused(Refusal.Kind.CONFLICT, "no such condition")
        .when(LEAD, met("mask names", "  "))
        .refused(Refusal.Kind.INVALID, "nothing in it");
  }

  @Test
  void the_end_is_confirmed() {
    Given given =
        finishing()
            .presses(LEAD, "finish")
            .refused(Refusal.Kind.INVALID, "does not offer that")
            .presses(LEAD, "exit")
            .then(new Fact.Leaving("m4", true));
    assertThat(given.here().menu())
        .extracting(Situation.Offer::choice)
        .containsExactly(MenuChoice.FINISH, MenuChoice.STAY);
    assertThat(given.sidecar().status()).isEqualTo(Status.IN_PROGRESS);
    given
        .presses(DATA, "stay")
        .then(new Fact.Leaving("m4", false))
        .presses(LEAD, "exit")
        .presses(LEAD, "finish")
        .then(
            new Fact.MenuAnswered("m4", "finish"),
            new Fact.StepCompleted("running"),
            new Fact.Completed());
    assertThat(given.sidecar().status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void whoever_finishes_second_changes_nothing() {
    finishing()
        .presses(LEAD, "exit")
        .presses(LEAD, "finish")
        .presses(DATA, "finish")
        .refused(Refusal.Kind.CONFLICT, "is complete; nothing in it changes any more");
  }

  @Test
  void nothing_ends_while_something_required_is_open() {
    conditional()
        .presses(LEAD, "exit")
        .refused(Refusal.Kind.CONFLICT, "2 required questions are still open");
    finishing()
        .presses(LEAD, "exit")
        .when(LEAD, new Action.Undo(null))
        .when(LEAD, new Action.Undo(null))
        .presses(LEAD, "finish")
        .refused(Refusal.Kind.CONFLICT, "required questions are still open");
  }

  @Test
  void open_conditions_hold_nobody_back_and_are_named_as_open() {
    Given given = finishing().presses(LEAD, "exit");
    OpenPoints open = OpenPoints.of(WIDE, given.sidecar(), given.here().known());
    assertThat(open.conditions()).containsExactly("mask names", "test load");
    given.when(LEAD, met("mask names", "done")).presses(LEAD, "finish");
    assertThat(OpenPoints.of(WIDE, given.sidecar(), given.here().known()).conditions())
        .containsExactly("test load");
  }

  @Test
  void a_condition_can_be_met_after_the_end() {
    Given given =
        finishing()
            .presses(LEAD, "exit")
            .presses(LEAD, "finish")
            .when(LEAD, met("mask names", "done"))
            .then(new Fact.ConditionMet("release", "mask names", "done"));
    assertThat(
            OpenPoints.of(WIDE, given.sidecar(), Known.of(WIDE, given.sidecar().answers()))
                .conditions())
        .containsExactly("test load");
  }
}
