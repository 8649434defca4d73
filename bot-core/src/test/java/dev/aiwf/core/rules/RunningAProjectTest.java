package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.DATA;
import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunningAProjectTest {

  private static final Workflow SCRIPT = Script.workflow();
  private static final Action CONTINUE = new Action.Choose("continue", "m1");

  @Test
  void a_start_opens_the_repository_before_anything_is_asked() {
    Given.nothing(SCRIPT)
        .when(LEAD, Given.start())
        .then(new Fact.Started("support-bot", SCRIPT.ref(), Depth.STANDARD, null, null))
        .when(LEAD, answer("goal", new Input.Text("too early")))
        .refused(Refusal.Kind.CONFLICT, "still being read")
        .when(new Action.RepositoryRead("own", "branch", "folder"))
        .then(
            new Fact.RepositoryOpened("own", "branch", "folder"), new Fact.StepEntered("scoping"));
  }

  @Test
  void starting_a_name_again_comes_back_to_the_same_project() {
    Given.begun(SCRIPT).when(DATA, Given.start()).then();
  }

  @Test
  void a_repository_that_was_read_twice_begins_the_project_once() {
    Given.begun(SCRIPT).when(new Action.RepositoryRead("own", "branch", "folder")).then();
  }

  @Test
  void a_project_whose_repository_can_not_be_read_is_started_again_with_another_or_none() {
    Action elsewhere =
        new Action.Start(
            "support-bot", SCRIPT.ref(), "https://example.org/x", null, Depth.STANDARD);
    Given.nothing(SCRIPT)
        .when(LEAD, elsewhere)
        .when(new Action.RepositoryRefused("There is none."))
        .then(new Fact.RepositoryRefused("There is none."))
        .when(LEAD, Given.start())
        .then(new Fact.Resumed())
        .when(new Action.RepositoryRefused("There is none."))
        .when(LEAD, new Action.Start("support-bot", SCRIPT.ref(), "own", null, Depth.STANDARD))
        .then(new Fact.RepositoryChosen(null), new Fact.Resumed());
  }

  @Test
  void nobody_reports_in_an_effects_name() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Published("scoping", "abc", List.of()))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void a_typed_answer_is_taken_for_the_ask_that_is_open() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Say("answer billing questions"))
        .then(
            new Fact.Said("said:c3"),
            new Fact.Answered("goal", new Value.Text("answer billing questions"), Fact.Via.TYPED));
  }

  @Test
  void what_can_not_be_understood_is_asked_again_saying_why() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Say("help with billing"))
        .when(LEAD, new Action.Say("a poem"))
        .then(
            new Fact.Said("said:c4"),
            new Fact.Misread(
                "use_case", "\"a poem\" is not offered here. Choose one of: Knowledge QA, Code."));
  }

  @Test
  void several_answers_are_taken_together_or_not_at_all() {
    Given.begun(SCRIPT)
        .when(
            LEAD,
            answer("goal", new Input.Text("billing"), "examples", new Input.Text("a few hundred")))
        .refused(Refusal.Kind.INVALID, "I found no number in \"a few hundred\"");
  }

  @Test
  void a_choice_that_is_not_offered_is_refused_with_those_that_are() {
    Given.begun(SCRIPT)
        .when(LEAD, answer("use_case", new Input.Text("poetry")))
        .refused(Refusal.Kind.INVALID, "Knowledge QA", "Code");
  }

  @Test
  void an_ask_of_another_step_is_not_answered_here() {
    Given.begun(SCRIPT)
        .when(LEAD, answer("base_model", new Input.Decision("small", "")))
        .refused(Refusal.Kind.CONFLICT, "not asked in this step")
        .when(LEAD, answer("nonsense", new Input.Text("x")))
        .refused(Refusal.Kind.INVALID, "no question \"nonsense\"");
  }

  @Test
  void a_decision_waits_for_what_it_must_rest_on() {
    Given.begun(SCRIPT)
        .when(LEAD, answer("architecture", new Input.Decision("rag-only", "")))
        .refused(Refusal.Kind.CONFLICT, "arch-001 rests on", "Which class?");
  }

  @Test
  void an_optional_ask_can_be_left_open_and_a_required_one_can_not() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Skip("examples"))
        .then(new Fact.AskSkipped("examples"))
        .when(LEAD, new Action.Skip("goal"))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void undo_takes_back_all_that_one_command_answered() {
    Given given =
        Given.begun(SCRIPT)
            .when(LEAD, answer("goal", new Input.Text("first")))
            .when(
                DATA, answer("goal", new Input.Text("second"), "use_case", new Input.Text("code")))
            .when(LEAD, new Action.Undo(null))
            .then(new Fact.Undone("c4"));
    assertThat(given.sidecar().answers().value("goal")).isEqualTo(new Value.Text("first"));
    assertThat(given.sidecar().answers().to("use_case")).isEmpty();
    given
        .when(LEAD, new Action.Undo(null))
        .when(LEAD, new Action.Undo(null))
        .refused(Refusal.Kind.CONFLICT, "nothing to undo");
  }

  @Test
  void an_undo_that_comes_after_another_answer_is_refused() {
    Given.begun(SCRIPT)
        .when(LEAD, answer("goal", new Input.Text("first")))
        .when(DATA, answer("use_case", new Input.Text("code")))
        .when(LEAD, new Action.Undo("c3"))
        .refused(Refusal.Kind.CONFLICT, "not the last answer");
  }

  @Test
  void the_recommended_is_taken_only_when_somebody_takes_it() {
    Given given = Given.begun(SCRIPT).when(LEAD, answer("use_case", new Input.Text("qa")));
    assertThat(given.sidecar().answers().to("architecture")).isEmpty();
    given
        .when(LEAD, new Action.TakeRecommended(List.of()))
        .then(
            new Fact.Answered(
                "architecture",
                new Value.Decision("rag-only", "facts are looked up"),
                Fact.Via.RECOMMENDED));
  }

  @Test
  void nothing_is_recommended_without_answers_that_speak_for_it() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.TakeRecommended(List.of("architecture")))
        .refused(Refusal.Kind.CONFLICT, "speak for no particular answer");
  }

  @Test
  void the_menu_halts_until_everything_required_is_answered() {
    Given.begun(SCRIPT)
        .when(LEAD, CONTINUE)
        .refused(Refusal.Kind.CONFLICT, "4 required questions are");
  }

  @Test
  void a_step_is_left_by_a_button_and_the_skip_applies() {
    Given.scoped(SCRIPT, "rag-only")
        .when(LEAD, CONTINUE)
        .then(
            new Fact.MenuAnswered("m1", "continue"),
            new Fact.StepCompleted("scoping"),
            new Fact.StepSkipped("training", "Nothing is trained."),
            new Fact.StepEntered("release"));
    Given.scoped(SCRIPT, "fine-tuning")
        .when(LEAD, CONTINUE)
        .then(
            new Fact.MenuAnswered("m1", "continue"),
            new Fact.StepCompleted("scoping"),
            new Fact.StepEntered("training"));
  }

  @Test
  void the_second_of_two_people_is_told_what_the_first_did() {
    Given.scoped(SCRIPT, "rag-only")
        .when(LEAD, CONTINUE)
        .when(DATA, CONTINUE)
        .refused(Refusal.Kind.CONFLICT, "lead chose continue there at 09:04 UTC");
  }

  @Test
  void a_button_of_a_question_that_somebody_answered_meanwhile_changes_nothing() {
    Action pressed = Action.Answer.ofOpen(Map.of("use_case", new Input.Text("code")));
    Given.begun(SCRIPT)
        .when(DATA, answer("use_case", new Input.Text("qa")))
        .when(LEAD, pressed)
        .refused(Refusal.Kind.CONFLICT, "data answered that at 09:03 UTC: Knowledge QA.")
        .when(DATA, new Action.Undo(null))
        .when(LEAD, pressed)
        .then(new Fact.Answered("use_case", new Value.Choice("code"), Fact.Via.CHOSEN));
  }

  @Test
  void a_skip_that_comes_after_an_answer_takes_nothing_away() {
    Given.begun(SCRIPT)
        .when(DATA, answer("examples", new Input.Text("300")))
        .when(LEAD, new Action.Skip("examples"))
        .refused(Refusal.Kind.CONFLICT, "data answered that");
  }

  @Test
  void words_press_no_button() {
    Given given = Given.scoped(SCRIPT, "rag-only");
    for (String words : List.of("continue", "C", "go", "GO", "sign go", "yes")) {
      given.when(LEAD, new Action.Say(words));
      assertThat(given.facts().getLast()).isEqualTo(new Fact.Shown(Fact.Topic.MENU));
    }
    assertThat(given.here().step().id()).isEqualTo("scoping");
  }

  @Test
  void only_the_owner_stops_and_a_stopped_project_goes_on_where_it_was() {
    Given given =
        Given.begun(SCRIPT)
            .when(DATA, new Action.Stop())
            .refused(Refusal.Kind.FORBIDDEN, "lead")
            .when(LEAD, new Action.Stop())
            .then(new Fact.Stopped())
            .when(LEAD, answer("goal", new Input.Text("x")))
            .refused(Refusal.Kind.CONFLICT, "was stopped")
            .when(DATA, Given.start())
            .then(new Fact.Resumed());
    assertThat(given.sidecar().status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(given.here().step().id()).isEqualTo("scoping");
  }

  @Test
  void a_stranger_may_read_and_nothing_else() {
    Person stranger = new Person(new PersonId("discord:1"), "stranger", true);
    Given.begun(SCRIPT)
        .when(new Sender.Human(stranger, Set.of(), null), new Action.Say("let me in"))
        .refused(Refusal.Kind.FORBIDDEN, "ask lead")
        .when(LEAD, new Action.Assign(stranger.id(), Role.CONTRIBUTOR))
        .when(new Sender.Human(stranger, Set.of(), null), new Action.Say("billing"))
        .then(
            new Fact.Said("said:c5"),
            new Fact.Answered("goal", new Value.Text("billing"), Fact.Via.TYPED));
  }

  @Test
  void a_group_may_be_given_a_role_under_its_name() {
    PersonId group = new PersonId("slack:T1:S1");
    Given given =
        Given.begun(SCRIPT).when(LEAD, new Action.Assign(group, Role.APPROVER, "@platform-leads"));
    assertThat(given.sidecar().nameOf(group)).isEqualTo("@platform-leads");
  }

  @Test
  void only_the_owner_assigns_roles() {
    Given.begun(SCRIPT)
        .when(DATA, new Action.Assign(DATA.id(), Role.APPROVER))
        .refused(Refusal.Kind.FORBIDDEN)
        .when(LEAD, new Action.Assign(new PersonId("whoever"), Role.APPROVER))
        .refused(Refusal.Kind.INVALID, "slack:T1:U2");
  }

  @Test
  void a_revision_makes_stale_what_rests_on_it_and_nothing_else() {
    Given given =
        Given.scoped(SCRIPT, "rag-only")
            .when(LEAD, CONTINUE)
            .when(LEAD, new Action.Revise(Map.of("use_case", new Input.Text("code")), 1_000))
            .refused(Refusal.Kind.INVALID, "still to come");
    given
        .when(
            LEAD,
            new Action.Revise(Map.of("use_case", new Input.Text("code")), given.sidecar().number()))
        .then(
            new Fact.Answered("use_case", new Value.Choice("code"), Fact.Via.REVISED),
            new Fact.WentStale("architecture", List.of("use_case")),
            new Fact.SentBack(List.of("scoping"), "use_case changed"),
            new Fact.StepEntered("scoping"));
    assertThat(given.here().open()).extracting(ask -> ask.id()).containsExactly("architecture");
    assertThat(given.sidecar().answers().to("tone").orElseThrow().stale()).isFalse();
  }

  @Test
  void a_step_whose_skip_no_longer_holds_is_open_again() {
    Given given = Given.scoped(SCRIPT, "rag-only").when(LEAD, CONTINUE);
    given
        .when(
            LEAD,
            new Action.Revise(
                Map.of("architecture", new Input.Decision("fine-tuning", "")),
                given.sidecar().number()))
        .then(
            new Fact.Answered(
                "architecture", new Value.Decision("fine-tuning", ""), Fact.Via.REVISED),
            new Fact.SentBack(List.of("training"), "architecture changed"),
            new Fact.StepEntered("training"));
    assertThat(given.sidecar().way().skipped()).isEmpty();
  }

  @Test
  void what_was_left_open_can_be_answered_later_and_counts_as_a_change() {
    Given given =
        Given.begun(SCRIPT)
            .when(LEAD, new Action.Skip("examples"))
            .when(
                LEAD,
                answer(
                    "goal", new Input.Text("billing"),
                    "use_case", new Input.Text("qa"),
                    "architecture", new Input.Decision("rag-only", ""),
                    "tone", new Input.Decision("plain", "")))
            .when(LEAD, CONTINUE);
    given
        .when(
            LEAD,
            new Action.Revise(Map.of("examples", new Input.Text("50k")), given.sidecar().number()))
        .then(
            new Fact.Answered(
                "examples", new Value.Number(new BigDecimal(50_000)), Fact.Via.REVISED),
            new Fact.WentStale("architecture", List.of("examples")),
            new Fact.SentBack(List.of("scoping"), "examples changed"),
            new Fact.StepEntered("scoping"));
  }

  @Test
  void nobody_brings_a_project_to_another_channel_who_takes_no_part_in_it() {
    ChannelId here = new ChannelId("slack:T1:C1:support-bot");
    ChannelId elsewhere = new ChannelId("slack:T1:D9:support-bot");
    Set<Role> granted = Set.of(Role.CONTRIBUTOR);
    Given.nothing(SCRIPT)
        .when(new Sender.Human(LEAD, granted, here), Given.start())
        .when(new Action.RepositoryRead("own", "branch", "folder"))
        .when(new Sender.Human(DATA, granted, elsewhere), Given.start())
        .refused(Refusal.Kind.FORBIDDEN, "talked about elsewhere", "lead")
        .when(new Sender.Human(DATA, granted, elsewhere), new Action.Say("hello"))
        .refused(Refusal.Kind.FORBIDDEN)
        .when(new Sender.Human(DATA, granted, here), Given.start())
        .then(new Fact.ChannelJoined(here))
        .when(new Sender.Human(LEAD, granted, elsewhere), Given.start())
        .then(new Fact.ChannelJoined(elsewhere));
  }

  @Test
  void a_project_is_not_handed_over_to_somebody_nobody_has_seen() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Assign(new PersonId("slack:T1:TYPO"), Role.OWNER))
        .refused(Refusal.Kind.CONFLICT, "taken part")
        .when(DATA, new Action.Say("billing"))
        .when(LEAD, new Action.Assign(DATA.id(), Role.OWNER))
        .then(new Fact.RoleAssigned(DATA, Role.OWNER));
  }

  @Test
  void a_revision_of_what_nothing_rests_on_leads_nowhere() {
    Given given = Given.scoped(SCRIPT, "rag-only").when(LEAD, CONTINUE);
    given
        .when(
            LEAD,
            new Action.Revise(
                Map.of("tone", new Input.Decision("warm", "")), given.sidecar().number()))
        .then(new Fact.Answered("tone", new Value.Decision("warm", ""), Fact.Via.REVISED));
  }

  @Test
  void a_revision_of_what_somebody_changed_meanwhile_is_refused() {
    Given given = Given.scoped(SCRIPT, "rag-only");
    long seen = given.sidecar().number();
    given
        .when(DATA, answer("examples", new Input.Text("12k")))
        .when(LEAD, new Action.Revise(Map.of("examples", new Input.Text("5")), seen))
        .refused(Refusal.Kind.CONFLICT, "data changed it meanwhile", "12,000");
  }

  @Test
  void an_answer_changed_within_its_step_makes_the_decision_on_it_stale() {
    Given.scoped(SCRIPT, "rag-only")
        .when(LEAD, answer("examples", new Input.Number(new BigDecimal(20_000))))
        .then(
            new Fact.Answered("examples", new Value.Number(new BigDecimal(20_000)), Fact.Via.TYPED),
            new Fact.WentStale("architecture", List.of("examples")))
        .when(LEAD, CONTINUE)
        .refused(Refusal.Kind.CONFLICT, "Which architecture?")
        .when(LEAD, new Action.Undo(null))
        .then(new Fact.Undone("c4"))
        .when(LEAD, CONTINUE)
        .then(
            new Fact.MenuAnswered("m1", "continue"),
            new Fact.StepCompleted("scoping"),
            new Fact.StepSkipped("training", "Nothing is trained."),
            new Fact.StepEntered("release"));
  }

  @Test
  void the_same_answer_again_makes_nothing_stale() {
    Given.scoped(SCRIPT, "rag-only")
        .when(LEAD, answer("examples", new Input.Text("300.0")))
        .then(
            new Fact.Answered(
                "examples", new Value.Number(new BigDecimal("300.0")), Fact.Via.TYPED));
  }

  @Test
  void a_warning_that_is_not_open_can_not_be_acknowledged() {
    Given.begun(SCRIPT)
        .when(LEAD, new Action.Acknowledge("pii", "masked"))
        .refused(Refusal.Kind.CONFLICT, "no open warning");
  }
}
