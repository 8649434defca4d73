package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.DATA;
import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A project that is stopped, and taken up again at the stop that its workflow has for that. */
class ResumingTest {

  private static final Workflow WIDE = Wide.workflow();

  /** Stopped in its second step, half of which is answered, and taken up again. */
  private static Given resumed() {
    return Given.wide(WIDE, "tuned")
        .presses(LEAD, "continue")
        .when(LEAD, answer("base_model", new Input.Decision("small", "")))
        .when(LEAD, new Action.Stop())
        .when(DATA, Given.start());
  }

  @Test
  void it_comes_back_at_the_stop_for_that_with_its_menu() {
    Given given = resumed().then(new Fact.Resumed(), new Fact.StepEntered("welcome_back"));
    assertThat(given.sidecar().status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(given.here().menu())
        .extracting(Situation.Offer::choice, Situation.Offer::allowed)
        .containsExactly(
            tuple(MenuChoice.REVIEW, true),
            tuple(MenuChoice.PROGRESS, true),
            tuple(MenuChoice.CONTINUE, true));
  }

  @Test
  void from_there_it_goes_on_where_it_was_with_all_answers() {
    Given given =
        resumed()
            .presses(DATA, "continue")
            .then(new Fact.MenuAnswered("m4", "continue"), new Fact.StepEntered("training"));
    assertThat(given.sidecar().way().completed()).containsExactly("init", "scoping");
    assertThat(given.here().open()).extracting(a -> a.id()).containsExactly("format");
  }

  @Test
  void stopping_and_resuming_changes_no_answer_and_completes_nothing() {
    Given given =
        Given.wide(WIDE, "tuned")
            .presses(LEAD, "continue")
            .when(LEAD, answer("base_model", new Input.Decision("small", "")));
    Answers before = given.sidecar().answers();
    List<String> completed = given.sidecar().way().completed();
    given.when(LEAD, new Action.Stop()).when(LEAD, Given.start()).presses(LEAD, "continue");
    assertThat(given.sidecar().answers()).isEqualTo(before);
    assertThat(given.sidecar().way().completed()).isEqualTo(completed);
  }

  @Test
  void buttons_of_before_press_nothing() {
    resumed()
        .when(LEAD, new Action.Choose("continue", "m3"))
        .refused(Refusal.Kind.CONFLICT, "current menu is further down")
        .presses(DATA, "continue")
        .when(LEAD, new Action.Choose("continue", "m4"))
        .refused(Refusal.Kind.CONFLICT, "data chose continue there");
  }

  @Test
  void it_can_be_stopped_at_that_stop_too() {
    Given given =
        resumed()
            .when(LEAD, new Action.Stop())
            .then(new Fact.Stopped())
            .when(LEAD, new Action.Choose("continue", "m4"))
            .refused(Refusal.Kind.CONFLICT, "was stopped")
            .when(LEAD, Given.start())
            .then(new Fact.Resumed(), new Fact.StepEntered("welcome_back"))
            .presses(LEAD, "continue")
            .then(new Fact.MenuAnswered("m5", "continue"), new Fact.StepEntered("training"));
    assertThat(given.sidecar().way().completed()).containsExactly("init", "scoping");
  }

  @Test
  void a_project_that_had_not_begun_just_goes_on() {
    Given given =
        Given.nothing(WIDE)
            .when(LEAD, Given.start())
            .when(LEAD, new Action.Stop())
            .when(LEAD, Given.start())
            .then(new Fact.Resumed());
    assertThat(given.sidecar().status()).isEqualTo(Status.OPENING);
  }

  @Test
  void a_revision_at_that_stop_opens_what_rests_on_it_and_the_way_leads_there() {
    Given given =
        resumed()
            .revises(LEAD, "users", new Input.Text("7"))
            .then(
                new Fact.Answered(
                    "users", new Value.Number(BigDecimal.valueOf(7)), Fact.Via.REVISED),
                new Fact.WentStale("architecture", List.of("users")),
                new Fact.SentBack(List.of("scoping"), "users changed"));
    assertThat(given.here().step().id()).isEqualTo("welcome_back");
    given
        .presses(LEAD, "continue")
        .then(new Fact.MenuAnswered("m4", "continue"), new Fact.StepEntered("scoping"));
  }

  @Test
  void a_gate_that_waited_waits_again() {
    Given given =
        Given.wideAtTheGate(WIDE, "rag-only")
            .when(LEAD, new Action.Stop())
            .when(LEAD, Given.start())
            .presses(LEAD, "continue")
            .then(new Fact.MenuAnswered("m4", "continue"), new Fact.StepEntered("release"));
    assertThat(given.here().gateWaits()).isTrue();
    assertThat(given.here().gate().checks()).containsKey("safe");
  }

  @Test
  void taking_an_answer_back_at_that_stop_leaves_what_was_signed_before() {
    Given given =
        Given.wideAtItsEnd(WIDE, "rag-only")
            .when(LEAD, answer("alerts", new Input.Text("3")))
            .when(LEAD, new Action.Stop())
            .when(LEAD, Given.start())
            .when(LEAD, new Action.Undo(null));
    assertThat(given.sidecar().gate("release").verdict()).isEqualTo(Verdict.GO);
    assertThat(given.sidecar().way().completed()).contains("release");
  }
}
