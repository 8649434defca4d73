package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.DATA;
import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.RISK;
import static dev.aiwf.core.rules.Given.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Team;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who must sign, and that it only ever gets stricter. */
class PolicyTest {

  private static final Workflow WIDE = Wide.workflow();
  private static final Set<Role> EITHER = Set.of(Role.OWNER, Role.APPROVER);
  private static final Set<Role> APPROVER = Set.of(Role.APPROVER);

  private static Action stricter(int approvals, Set<Role> roles, boolean initiatorCounts) {
    return new Action.ChangePolicy("release", approvals, roles, initiatorCounts, "four eyes");
  }

  @Test
  void the_owner_makes_it_stricter_and_says_why() {
    Given given =
        Given.wide(WIDE, "rag-only")
            .when(LEAD, stricter(2, APPROVER, false))
            .then(
                new Fact.PolicyChanged(
                    "release",
                    new Gate.Policy(2, APPROVER, false, Wide.POLICY.reminders()),
                    "four eyes"));
    assertThat(given.sidecar().team().policies().values())
        .extracting(Team.Stricter::by)
        .containsExactly(LEAD.id());
  }

  @Test
  void nobody_else_does() {
    Given.wide(WIDE, "rag-only")
        .when(LEAD, new Action.Assign(DATA.id(), Role.APPROVER))
        .when(DATA, stricter(2, EITHER, true))
        .refused(Refusal.Kind.FORBIDDEN, "Only its owner, lead, changes who must sign");
  }

  @Test
  void it_is_not_made_looser_and_not_left_as_it_is() {
    Given given =
        Given.wide(WIDE, "rag-only")
            .when(LEAD, stricter(1, EITHER, true))
            .refused(
                Refusal.Kind.CONFLICT, "not stricter", "1 signature by an owner or an approver")
            .when(LEAD, stricter(2, Set.of(Role.CONTRIBUTOR), true))
            .refused(Refusal.Kind.CONFLICT, "not stricter")
            .when(LEAD, stricter(2, APPROVER, false));
    given
        .when(LEAD, stricter(1, APPROVER, false))
        .refused(Refusal.Kind.CONFLICT, "2 signatures by an approver", "does not count")
        .when(LEAD, stricter(2, EITHER, false))
        .refused(Refusal.Kind.CONFLICT, "not stricter")
        .when(LEAD, stricter(3, APPROVER, true))
        .refused(Refusal.Kind.CONFLICT, "not stricter")
        .when(LEAD, stricter(3, APPROVER, false));
    assertThat(given.facts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "21"})
  void it_takes_a_number_of_people_that_there_can_be(int approvals) {
    Given.wide(WIDE, "rag-only")
        .when(LEAD, stricter(approvals, EITHER, true))
        .refused(Refusal.Kind.INVALID, "1 to 20 signatures");
  }

  @Test
  void it_takes_a_role_a_reason_and_a_gate() {
    Given.wide(WIDE, "rag-only")
        .when(LEAD, stricter(2, Set.of(), true))
        .refused(Refusal.Kind.INVALID, "in a role or more")
        .when(LEAD, new Action.ChangePolicy("release", 2, EITHER, true, " \n"))
        .refused(Refusal.Kind.INVALID, "Say why")
        .when(LEAD, new Action.ChangePolicy("scoping", 2, EITHER, true, "why not"))
        .refused(Refusal.Kind.INVALID, "no gate in that step");
  }

  @Test
  void a_gate_that_was_reached_is_signed_as_it_stands() {
    Given.wideAtTheGate(WIDE, "rag-only")
        .when(LEAD, stricter(2, EITHER, true))
        .refused(Refusal.Kind.CONFLICT, "The gate was reached");
  }

  private static Given atTheStricterGate(Action policy) {
    return Given.wide(WIDE, "rag-only")
        .when(LEAD, policy)
        .when(LEAD, new Action.Assign(DATA.id(), Role.APPROVER))
        .when(LEAD, new Action.Assign(RISK.id(), Role.APPROVER))
        .presses(LEAD, "continue")
        .when(LEAD, new Action.Check(Map.of("safe", true)));
  }

  @Test
  void two_must_sign_where_two_were_demanded() {
    atTheStricterGate(stricter(2, EITHER, true))
        .when(LEAD, sign(Verdict.GO))
        .then(new Fact.Signed(Verdict.GO, null, List.of(), null))
        .presses(LEAD, "continue")
        .refused(Refusal.Kind.CONFLICT, "not signed yet")
        .when(DATA, sign(Verdict.GO))
        .then(
            new Fact.Signed(Verdict.GO, null, List.of(), null),
            new Fact.GateDecided("release", Verdict.GO, List.of(), false));
  }

  @Test
  void whoever_started_the_project_does_not_sign_where_they_do_not_count() {
    atTheStricterGate(stricter(1, EITHER, false))
        .when(LEAD, sign(Verdict.GO))
        .refused(Refusal.Kind.FORBIDDEN, "Whoever started the project does not sign")
        .when(RISK, sign(Verdict.GO))
        .then(
            new Fact.Signed(Verdict.GO, null, List.of(), null),
            new Fact.GateDecided("release", Verdict.GO, List.of(), false));
  }

  @Test
  void the_owner_does_not_sign_for_approvers() {
    atTheStricterGate(stricter(1, APPROVER, true))
        .when(LEAD, sign(Verdict.GO))
        .refused(Refusal.Kind.FORBIDDEN, "signed by an approver, and you are not among them");
  }
}
