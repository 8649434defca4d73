package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.DATA;
import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the answers call for to be said. */
class WarningTest {

  private static final Workflow WIDE = Wide.workflow();

  private static List<String> holding(Given given) {
    return given.here().warnings().stream().map(Warning::id).toList();
  }

  private static List<String> open(Given given) {
    return Warnings.open(WIDE, given.sidecar(), given.here().known()).stream()
        .map(Warning::id)
        .toList();
  }

  private static Given contradicting() {
    return Given.begun(WIDE)
        .when(LEAD, answer("users", new Input.Text("1k"), "hosting", new Input.Text("own")));
  }

  @Test
  void it_arises_as_soon_as_the_answers_call_for_it() {
    Given given = Given.begun(WIDE);
    assertThat(holding(given)).isEmpty();
    given.when(LEAD, answer("users", new Input.Text("499")));
    assertThat(holding(given)).isEmpty();
    given.when(LEAD, answer("users", new Input.Text("500")));
    assertThat(holding(given)).containsExactly("crowd");
    given.when(LEAD, new Action.Undo(null));
    assertThat(holding(given)).isEmpty();
  }

  @Test
  void a_step_that_was_not_reached_warns_of_nothing() {
    Given given = Given.wide(WIDE, "tuned");
    assertThat(holding(given)).isEmpty();
    given.presses(LEAD, "continue");
    assertThat(holding(given)).containsExactly("forgetting");
  }

  @Test
  void a_step_that_is_skipped_warns_of_nothing() {
    assertThat(holding(Given.wideAtTheGate(WIDE, "rag-only"))).isEmpty();
    assertThat(holding(Given.wideAtTheGate(WIDE, "tuned"))).containsExactly("forgetting");
  }

  @Test
  void a_contradiction_can_not_be_acknowledged_and_goes_with_one_of_its_answers() {
    Given given = contradicting();
    assertThat(open(given)).containsExactly("small_room", "crowd");
    given
        .when(LEAD, new Action.Acknowledge("small_room", "we buy more"))
        .refused(
            Refusal.Kind.CONFLICT,
            "can't both be met here; change one of them: What hosting? / What users?")
        .when(LEAD, answer("hosting", new Input.Text("cloud")));
    assertThat(open(given)).containsExactly("crowd");
  }

  @Test
  void a_risk_is_met_once_and_whoever_comes_second_is_told() {
    Given given =
        contradicting()
            .when(DATA, new Action.Acknowledge("crowd", "  a queue\u0007 with a limit "))
            .then(new Fact.Acknowledged("crowd", "a queue with a limit"));
    assertThat(holding(given)).containsExactly("small_room", "crowd");
    assertThat(open(given)).containsExactly("small_room");
    given
        .when(LEAD, new Action.Acknowledge("crowd", "more machines"))
        .refused(
            Refusal.Kind.CONFLICT,
            "data said at 09:04 UTC how that will be met: a queue with a limit");
  }

  @Test
  void meeting_a_risk_takes_words_and_not_too_many() {
    contradicting()
        .when(LEAD, new Action.Acknowledge("crowd", " \n "))
        .refused(Refusal.Kind.INVALID, "nothing in it")
        .when(LEAD, new Action.Acknowledge("crowd", "x".repeat(4_001)))
        .refused(Refusal.Kind.INVALID, "4,001 characters; up to 4,000 fit")
        .when(LEAD, new Action.Acknowledge("forgetting", "later"))
        .refused(Refusal.Kind.CONFLICT, "no open warning");
  }

  @Test
  void a_warning_closes_no_way() {
    Given.wide(WIDE, "rag-only")
        .when(
            LEAD,
            answer(
                "hosting", new Input.Text("own"),
                "users", new Input.Text("2k"),
                "architecture", new Input.Decision("rag-only", "")))
        .presses(LEAD, "continue")
        .then(
            new Fact.MenuAnswered("m2", "continue"),
            new Fact.StepCompleted("scoping"),
            new Fact.StepSkipped("training", "Nothing is trained for 2,000 users."),
            new Fact.StepEntered("release"));
  }

  @Test
  void what_was_said_of_a_risk_holds_until_what_it_arose_from_is_answered_anew() {
    Given given =
        contradicting()
            .when(LEAD, new Action.Acknowledge("crowd", "a queue"))
            .when(LEAD, answer("users", new Input.Text("5")));
    assertThat(holding(given)).isEmpty();
    given.when(LEAD, answer("users", new Input.Text("600")));
    assertThat(holding(given)).containsExactly("crowd");
    assertThat(open(given)).containsExactly("crowd");
    given.when(LEAD, new Action.Acknowledge("crowd", "a longer queue"));
    assertThat(open(given)).isEmpty();
  }
}
