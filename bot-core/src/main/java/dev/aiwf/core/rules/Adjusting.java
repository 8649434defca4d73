package dev.aiwf.core.rules;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a team sets for its own run: how far to go into things, and who must sign. */
final class Adjusting {

  private static final int MOST_APPROVALS = 20;
  private static final int LONGEST_REASON = 1_000;

  private Adjusting() {}

  static Outcome depth(Situation here, Action.ChangeDepth action) {
    if (here.sidecar().depth() == action.depth()) {
      return Outcome.conflict(
          "The project is at %s depth already.".formatted(action.depth().key()));
    }
    Optional<Step> locking =
        here.workflow().steps().stream()
            .filter(step -> step.locked() && here.sidecar().reached(step.id()))
            .findFirst();
    if (locking.isPresent()) {
      return Outcome.conflict(
          "The design is locked since %s began, and its depth with it."
              .formatted(locking.get().title()));
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.DepthChanged(action.depth()));
    // Whoever signed did so for what this depth asks and writes.
    here.workflow().steps().stream()
        .map(Step::id)
        .filter(step -> !here.sidecar().gate(step).signatures().isEmpty())
        .forEach(step -> facts.add(new Fact.GateVoided(step, "depth changed")));
    return Outcome.of(facts);
  }

  static Outcome policy(Situation here, Sender.Human sender, Action.ChangePolicy action) {
    Workflow workflow = here.workflow();
    Sidecar sidecar = here.sidecar();
    if (!Roles.has(sidecar, sender, Role.OWNER)) {
      return Outcome.forbidden(
          "Only its owner, %s, changes who must sign."
              .formatted(sidecar.nameOf(sidecar.team().owner())));
    }
    Optional<Step> step = workflow.find(action.step()).filter(s -> s.gate() != null);
    if (step.isEmpty()) {
      return Outcome.invalid("policy", "There is no gate in that step.");
    }
    Gate gate = step.get().gate();
    if (gate == null) {
      throw new IllegalStateException("filtered above");
    }
    if (sidecar.reached(step.get().id())) {
      return Outcome.conflict("The gate was reached; who must sign it stands.");
    }
    if (action.approvals() < 1 || action.approvals() > MOST_APPROVALS || action.roles().isEmpty()) {
      return Outcome.invalid(
          "policy.approvals",
          "It takes 1 to %d signatures, in a role or more.".formatted(MOST_APPROVALS));
    }
    Gate.Policy now = sidecar.team().policy(step.get(), gate);
    Gate.Policy wanted =
        new Gate.Policy(
            action.approvals(), action.roles(), action.initiatorCounts(), now.reminders());
    if (!wanted.atLeastAsStrictAs(now) || wanted.equals(now)) {
      return Outcome.conflict(
          "That is not stricter than what holds: %s".formatted(Words.policy(now)));
    }
    String reason = Clean.lines(action.reason());
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      return Outcome.invalid(
          "reason", "Say why, in up to %,d characters.".formatted(LONGEST_REASON));
    }
    return Outcome.of(new Fact.PolicyChanged(step.get().id(), wanted, reason));
  }
}
