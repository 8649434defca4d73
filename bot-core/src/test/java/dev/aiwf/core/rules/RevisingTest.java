package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.DATA;
import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static dev.aiwf.core.rules.Given.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rests on an answer, and what does not. */
class RevisingTest {

  private static final Workflow WIDE = Wide.workflow();

  /** Each answer: what goes stale, where the project then is, and what files name it. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "goal,         'billing, faster', -,                        release,  scoping.md",
        "users,        401,               architecture, scoping, " + "'scoping.md decision.md'",
        "visits,       weekly,            -,                        release,  -",
        "hosting,      own,               architecture, scoping, decision.md",
        "region,       us,                -,                        release,  -",
        "budget,       300,               -,                        release,  -",
        "base_model,   large,             -,                        release,  training.md",
        "format,       chats,             -,                        release,  -",
      })
  void exactly_what_rests_on_it_goes_stale_and_nothing_else_does(
      String ask, String value, @Nullable String stale, String step, @Nullable String files) {
    Given given = Given.wideAtTheGate(WIDE, "tuned");
    List<String> named =
        Resting.on(given.here(), WIDE.ask(ask).orElseThrow()).decisions().stream()
            .map(Ask::id)
            .toList();
    List<String> written = Resting.on(given.here(), WIDE.ask(ask).orElseThrow()).files();
    given.revises(LEAD, ask, new Input.Text(value));
    List<String> went =
        given.sidecar().answers().given().entrySet().stream()
            .filter(entry -> entry.getValue().stale())
            .map(Map.Entry::getKey)
            .toList();
    assertThat(went).as("stale").isEqualTo(words(stale));
    assertThat(named).as("named before").isEqualTo(words(stale));
    assertThat(written).as("files").isEqualTo(words(files));
    assertThat(given.here().step().id()).isEqualTo(step);
  }

  private static List<String> words(@Nullable String words) {
    return words == null ? List.of() : List.of(words.split(" "));
  }

  @Test
  void a_file_of_a_step_that_is_not_completed_rests_on_nothing_yet() {
    Given given = Given.wide(WIDE, "tuned");
    Resting resting = Resting.on(given.here(), WIDE.ask("goal").orElseThrow());
    assertThat(resting.nothing()).isTrue();
  }

  @Test
  void another_rationale_for_the_same_choice_takes_the_ground_from_nothing() {
    Given.wideAtTheGate(WIDE, "tuned")
        .revises(LEAD, "architecture", new Input.Decision("tuned", "said better"))
        .then(
            new Fact.Answered(
                "architecture", new Value.Decision("tuned", "said better"), Fact.Via.REVISED));
  }

  @Test
  void what_was_confirmed_as_it_was_leads_back_and_frees_what_rests_on_it() {
    Given given =
        Given.wideAtTheGate(WIDE, "tuned")
            .revises(LEAD, "users", new Input.Text("401"))
            .when(LEAD, answer("architecture", new Input.Decision("tuned", "")))
            .presses(LEAD, "continue")
            .then(
                new Fact.MenuAnswered("m5", "continue"),
                new Fact.StepCompleted("scoping"),
                new Fact.StepEntered("release"));
    assertThat(given.here().step().id()).isEqualTo("release");
  }

  @Test
  void a_go_is_void_when_what_was_signed_changes_and_stands_when_it_does_not() {
    Given.wideAtTheGate(WIDE, "tuned")
        .when(LEAD, sign(Verdict.GO))
        .revises(LEAD, "goal", new Input.Text("another"))
        .then(
            new Fact.Answered("goal", new Value.Text("another"), Fact.Via.REVISED),
            new Fact.GateVoided("release", "goal changed"))
        .when(LEAD, new Action.Check(Map.of("safe", true)))
        .when(LEAD, sign(Verdict.GO))
        .revises(LEAD, "goal", new Input.Text("another"))
        .then(new Fact.Answered("goal", new Value.Text("another"), Fact.Via.REVISED))
        .revises(LEAD, "hosting", new Input.Text("own"))
        .then(
            new Fact.Answered("hosting", new Value.Choice("own"), Fact.Via.REVISED),
            new Fact.WentStale("architecture", List.of("hosting")),
            new Fact.GateVoided("release", "hosting changed"),
            new Fact.SentBack(List.of("scoping"), "hosting changed"),
            new Fact.StepEntered("scoping"));
  }

  @Test
  void from_the_locked_step_on_the_design_stands() {
    Given.wideAtItsEnd(WIDE, "tuned")
        .revises(LEAD, "users", new Input.Text("7"))
        .refused(Refusal.Kind.CONFLICT, "locked since Running began", "a new project")
        .revises(LEAD, "base_model", new Input.Text("large"))
        .refused(Refusal.Kind.CONFLICT, "locked since Running began");
  }

  @Test
  void what_is_asked_in_the_locked_step_itself_can_be_undone_and_answered_anew() {
    Given given =
        Given.wideAtItsEnd(WIDE, "tuned")
            .when(LEAD, answer("operator", new Input.Text("ops")))
            .when(LEAD, new Action.Undo(null))
            .then(new Fact.Undone("c10"))
            .when(LEAD, answer("operator", new Input.Text("the team")))
            .revises(LEAD, "operator", new Input.Text("two teams"))
            .then(new Fact.Answered("operator", new Value.Text("two teams"), Fact.Via.REVISED));
    assertThat(given.here().step().id()).isEqualTo("running");
  }

  @Test
  void nothing_of_an_earlier_step_is_undone() {
    Given.wide(WIDE, "tuned")
        .presses(LEAD, "continue")
        .when(LEAD, new Action.Undo(null))
        .refused(Refusal.Kind.CONFLICT, "nothing to undo in this step");
  }

  @Test
  void who_saw_an_older_answer_looks_again_first() {
    Given given = Given.wideAtTheGate(WIDE, "tuned");
    long seen = given.sidecar().number();
    given
        .revises(DATA, "goal", new Input.Text("theirs"))
        .when(LEAD, new Action.Revise(Map.of("goal", new Input.Text("mine")), seen))
        .refused(Refusal.Kind.CONFLICT, "data changed it meanwhile", "theirs");
  }

  @Test
  void what_was_never_answered_is_not_revised() {
    Given.wide(WIDE, "tuned")
        .revises(LEAD, "operator", new Input.Text("ops"))
        .refused(Refusal.Kind.CONFLICT, "\"operator\" was not answered yet")
        .revises(LEAD, "nonsense", new Input.Text("x"))
        .refused(Refusal.Kind.INVALID, "no such question");
  }
}
