package dev.aiwf.core.turn;

import static dev.aiwf.core.turn.Run.DATA;
import static dev.aiwf.core.turn.Run.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing that waits for people is forgotten, and nothing is decided by waiting. */
class ReminderTest {

  private static Run scoped(Run run) {
    return run.answers(
        "goal", "billing",
        "users", "400",
        "visits", "daily",
        "hosting", "cloud",
        "region", "eu",
        "architecture", "rag-only",
        "budget", "200");
  }

  private static Run atTheGate() {
    return scoped(Run.begun(Wide.workflow())).presses(LEAD, "continue");
  }

  private static List<Effect.Remind> reminds(Run run) {
    return run.effects().stream()
        .filter(Effect.Remind.class::isInstance)
        .map(Effect.Remind.class::cast)
        .toList();
  }

  private static Run due(Run run, int count) {
    return run.does(new Sender.Effect(7), new Action.Remind("m3", count));
  }

  @Test
  void the_first_is_set_when_the_gate_begins_to_wait() {
    Run run = atTheGate();
    assertThat(reminds(run))
        .containsExactly(
            new Effect.Remind(run.sidecar().id(), "m3", 1, run.now().plus(Duration.ofDays(1))));
    assertThat(reminds(run).getFirst().notBefore()).contains(run.now().plus(Duration.ofDays(1)));
  }

  @Test
  void what_happens_at_the_gate_sets_no_other() {
    Run run = atTheGate();
    assertThat(reminds(run.does(LEAD, new Action.Check(Map.of("safe", true))))).isEmpty();
    assertThat(reminds(run.says(DATA, "progress"))).isEmpty();
  }

  @Test
  void it_names_who_may_sign_and_sets_the_next() {
    Run run = due(atTheGate().later(Duration.ofDays(1)), 1);
    assertThat(run.facts()).containsExactly(new Fact.Reminded("m3", 1));
    assertThat(run.reply())
        .isEqualTo("Ready? still waits for a signature, @lead. Nothing is decided by waiting.");
    assertThat(reminds(run))
        .containsExactly(
            new Effect.Remind(run.sidecar().id(), "m3", 2, run.now().plus(Duration.ofDays(1))));
  }

  @Test
  void each_is_given_once_and_after_the_last_there_is_none() {
    Run run = due(atTheGate(), 1);
    assertThat(due(run, 1).facts()).isEmpty();
    assertThat(due(run, 2).facts()).containsExactly(new Fact.Reminded("m3", 2));
    assertThat(reminds(run)).isEmpty();
    assertThat(due(run, 3).sidecar().gate("release").verdict()).isNull();
  }

  @Test
  void one_that_comes_before_its_turn_says_nothing() {
    assertThat(due(atTheGate(), 2).facts()).isEmpty();
  }

  @Test
  void after_the_verdict_there_is_none() {
    Run run =
        atTheGate()
            .does(LEAD, new Action.Check(Map.of("safe", true)))
            .does(LEAD, new Action.Sign(Verdict.GO, null, List.of(), null));
    assertThat(reminds(run)).isEmpty();
    assertThat(due(run, 1).facts()).isEmpty();
    assertThat(run.keys()).isEmpty();
  }

  @Test
  void a_stopped_project_reminds_nobody_and_one_taken_up_again_begins_anew() {
    Run run = atTheGate().does(LEAD, new Action.Stop());
    assertThat(due(run, 1).facts()).isEmpty();
    run.does(
            LEAD,
            new Action.Start("support-bot", Wide.workflow().ref(), null, null, Depth.STANDARD))
        .presses(LEAD, "continue");
    assertThat(reminds(run)).extracting(Effect.Remind::menu).containsExactly("m5");
    assertThat(due(run, 1).facts()).as("that of the earlier visit").isEmpty();
  }

  @Test
  void who_signed_already_is_not_named() {
    Run run =
        scoped(
                Run.begun(
                    Wide.workflow(
                        new Gate.Policy(
                            2,
                            Set.of(Role.OWNER, Role.APPROVER),
                            true,
                            List.of(Duration.ofDays(1))))))
            .does(LEAD, new Action.Assign(DATA.id(), Role.APPROVER))
            .presses(LEAD, "continue")
            .does(LEAD, new Action.Check(Map.of("safe", true)))
            .does(LEAD, new Action.Sign(Verdict.GO, null, List.of(), null));
    assertThat(due(run, 1).reply()).contains("@DATA").doesNotContain("@lead");
  }

  @Test
  void a_gate_whose_policy_reminds_nobody_sets_none() {
    assertThat(
            reminds(
                scoped(Run.begun(Wide.workflow(new Gate.Policy(1, Set.of(Role.OWNER), true))))
                    .presses(LEAD, "continue")))
        .isEmpty();
  }
}
