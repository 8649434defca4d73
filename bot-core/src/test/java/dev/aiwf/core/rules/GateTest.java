package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.DATA;
import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.RISK;
import static dev.aiwf.core.rules.Given.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Workflow ALONE = Script.workflow();
  private static final Workflow TWO =
      Script.workflow(new Gate.Policy(2, Set.of(Role.APPROVER), true));
  private static final Workflow NOT_THE_INITIATOR =
      Script.workflow(new Gate.Policy(1, Set.of(Role.OWNER, Role.APPROVER), false));
  private static final Action CONTINUE = new Action.Choose("continue", "m2");

  @Test
  void the_way_on_is_closed_until_the_gate_is_signed() {
    Given.atTheGate(ALONE).when(LEAD, CONTINUE).refused(Refusal.Kind.CONFLICT, "not signed yet");
  }

  @Test
  void one_person_alone_can_pass_and_it_says_so() {
    Given given =
        Given.atTheGate(ALONE)
            .when(LEAD, sign(Verdict.GO))
            .then(
                new Fact.Signed(Verdict.GO, null, List.of(), null),
                new Fact.GateDecided("release", Verdict.GO, List.of(), true))
            .when(LEAD, CONTINUE)
            .then(
                new Fact.MenuAnswered("m2", "continue"),
                new Fact.StepCompleted("release"),
                new Fact.Completed());
    assertThat(given.sidecar().status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void go_needs_the_whole_checklist() {
    Given.atTheGate(ALONE)
        .when(LEAD, new Action.Check(Map.of("fast", false)))
        .then(new Fact.Checked("fast", false))
        .when(LEAD, sign(Verdict.GO))
        .refused(Refusal.Kind.CONFLICT, "1 item is not ticked");
  }

  @Test
  void ticking_what_is_ticked_changes_nothing() {
    Given.atTheGate(ALONE)
        .when(DATA, new Action.Check(Map.of("fast", true)))
        .then()
        .when(DATA, new Action.Check(Map.of("cheap", true)))
        .refused(Refusal.Kind.INVALID, "no such item");
  }

  @Test
  void who_may_not_sign_does_not() {
    Given.atTheGate(ALONE)
        .when(DATA, sign(Verdict.GO))
        .refused(Refusal.Kind.FORBIDDEN, "an owner or an approver");
    Given.atTheGate(NOT_THE_INITIATOR)
        .when(LEAD, sign(Verdict.GO))
        .refused(Refusal.Kind.FORBIDDEN, "started the project");
  }

  @Test
  void a_quorum_is_of_different_people() {
    Given.atTheGate(TWO)
        .when(LEAD, new Action.Assign(DATA.id(), Role.APPROVER))
        .when(LEAD, new Action.Assign(RISK.id(), Role.APPROVER))
        .when(DATA, sign(Verdict.GO))
        .then(new Fact.Signed(Verdict.GO, null, List.of(), null))
        .when(DATA, sign(Verdict.GO))
        .refused(Refusal.Kind.CONFLICT, "signed GO already")
        .when(RISK, new Action.Sign(Verdict.CONDITIONAL, null, List.of("mask names"), null))
        .then(
            new Fact.Signed(Verdict.CONDITIONAL, null, List.of("mask names"), null),
            new Fact.GateDecided("release", Verdict.CONDITIONAL, List.of("mask names"), false));
  }

  @Test
  void one_person_who_signs_twice_is_one_signature() {
    Given.atTheGate(TWO)
        .when(LEAD, new Action.Assign(DATA.id(), Role.APPROVER))
        .when(DATA, sign(Verdict.GO))
        .when(DATA, new Action.Sign(Verdict.CONDITIONAL, null, List.of("mask names"), null))
        .then(new Fact.Signed(Verdict.CONDITIONAL, null, List.of("mask names"), null));
  }

  @Test
  void one_human_on_two_surfaces_is_no_quorum() {
    Person twice = new Person(new PersonId("token:data"), "data", true);
    Given given =
        Given.atTheGate(TWO)
            .when(LEAD, new Action.Assign(DATA.id(), Role.APPROVER))
            .when(LEAD, new Action.Assign(twice.id(), Role.APPROVER))
            .when(DATA, sign(Verdict.GO))
            .when(twice, sign(Verdict.GO))
            .then(new Fact.Signed(Verdict.GO, null, List.of(), null));
    assertThat(given.sidecar().gate("release").verdict()).isNull();
  }

  @Test
  void three_persons_of_whom_nothing_is_known_are_no_quorum_of_two() {
    Person token = new Person(new PersonId("token:data"), "data", true);
    Person discord = new Person(new PersonId("discord:9"), "data", true);
    Given given =
        Given.atTheGate(TWO)
            .when(LEAD, new Action.Assign(DATA.id(), Role.APPROVER))
            .when(LEAD, new Action.Assign(token.id(), Role.APPROVER))
            .when(LEAD, new Action.Assign(discord.id(), Role.APPROVER))
            .when(DATA, sign(Verdict.GO))
            .when(token, sign(Verdict.GO))
            .when(discord, sign(Verdict.GO));
    assertThat(given.sidecar().gate("release").verdict()).isNull();
  }

  @Test
  void linked_people_add_up_across_surfaces() {
    Given.atTheGate(TWO)
        .when(LEAD, new Action.Assign(DATA.id(), Role.APPROVER))
        .when(LEAD, new Action.Assign(RISK.id(), Role.APPROVER))
        .when(DATA, sign(Verdict.GO))
        .when(elsewhere("discord:9", RISK), sign(Verdict.GO))
        .then(
            new Fact.Signed(Verdict.GO, null, List.of(), null, List.of(RISK.id())),
            new Fact.GateDecided("release", Verdict.GO, List.of(), false));
  }

  @Test
  void linked_persons_are_one_signature() {
    Given given =
        Given.atTheGate(TWO)
            .when(LEAD, new Action.Assign(DATA.id(), Role.APPROVER))
            .when(DATA, sign(Verdict.GO))
            .when(elsewhere("discord:9", DATA), sign(Verdict.GO))
            .refused(Refusal.Kind.CONFLICT, "signed GO already");
    given.when(
        elsewhere("discord:9", DATA),
        new Action.Sign(Verdict.CONDITIONAL, null, List.of("mask names"), null));
    assertThat(given.sidecar().gate("release").signatures()).hasSize(1);
    assertThat(given.sidecar().gate("release").verdict()).isNull();
  }

  /** Somebody who has said on both surfaces that they are this person. */
  private static Sender.Human elsewhere(String id, Person person) {
    return new Sender.Human(
        new Person(new PersonId(id), person.name(), true), Set.of(), null, Set.of(person.id()));
  }

  @Test
  void a_card_of_an_earlier_visit_signs_and_ticks_nothing() {
    Given.atTheGate(ALONE)
        .when(LEAD, new Action.Sign(Verdict.GO, null, List.of(), null, "m1"))
        .refused(Refusal.Kind.CONFLICT, "earlier visit")
        .when(LEAD, new Action.Check(Map.of("safe", false), "m1"))
        .refused(Refusal.Kind.CONFLICT, "earlier visit");
  }

  @Test
  void conditional_needs_conditions_and_no_go_a_reason() {
    Given.atTheGate(ALONE)
        .when(LEAD, sign(Verdict.CONDITIONAL))
        .refused(Refusal.Kind.INVALID, "at least one condition")
        .when(LEAD, sign(Verdict.NO_GO))
        .refused(Refusal.Kind.INVALID, "needs a reason");
  }

  @Test
  void no_go_leads_back_with_answers_kept_and_signatures_void() {
    Given given =
        Given.atTheGate(ALONE)
            .when(LEAD, new Action.Sign(Verdict.NO_GO, "too slow", List.of(), "scoping"))
            .then(
                new Fact.Signed(Verdict.NO_GO, "too slow", List.of(), "scoping"),
                new Fact.GateDecided("release", Verdict.NO_GO, List.of(), true),
                new Fact.SentBack(List.of("scoping", "release"), "too slow"),
                new Fact.GateVoided("release", "NO-GO"),
                new Fact.StepEntered("scoping"));
    assertThat(given.sidecar().answers().given()).hasSize(5);
    assertThat(given.sidecar().gate("release").signatures()).isEmpty();
    assertThat(given.sidecar().gate("release").verdict()).isNull();
    assertThat(given.sidecar().gate("release").checks()).isEmpty();
  }

  @Test
  void the_way_back_leads_only_where_the_project_was() {
    Given.atTheGate(ALONE)
        .when(LEAD, new Action.Sign(Verdict.NO_GO, "too slow", List.of(), "training"))
        .refused(Refusal.Kind.INVALID, "Scoping, Release");
  }

  @Test
  void a_go_whose_grounds_changed_is_void() {
    Given given = Given.atTheGate(ALONE).when(LEAD, sign(Verdict.GO));
    given
        .when(
            LEAD,
            new Action.Revise(Map.of("use_case", new Input.Text("code")), given.sidecar().number()))
        .then(
            new Fact.Answered("use_case", new Value.Choice("code"), Fact.Via.REVISED),
            new Fact.WentStale("architecture", List.of("use_case")),
            new Fact.GateVoided("release", "use_case changed"),
            new Fact.SentBack(List.of("scoping"), "use_case changed"),
            new Fact.StepEntered("scoping"));
  }

  @Test
  void nothing_is_signed_where_there_is_no_gate() {
    Given.begun(ALONE)
        .when(LEAD, sign(Verdict.GO))
        .refused(Refusal.Kind.CONFLICT, "no gate in this step");
  }

  @Test
  void a_decided_gate_is_not_signed_again() {
    Given.atTheGate(ALONE)
        .when(LEAD, sign(Verdict.GO))
        .when(LEAD, new Action.Sign(Verdict.NO_GO, "wait", List.of(), null))
        .refused(Refusal.Kind.CONFLICT, "decided: GO");
  }
}
