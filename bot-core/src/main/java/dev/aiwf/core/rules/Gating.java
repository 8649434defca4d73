package dev.aiwf.core.rules;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gate: its checklist, its signatures, its verdict. */
final class Gating {

  private static final int LONGEST_WORDS = 4_000;
  private static final int LONGEST_CONDITION = 500;
  private static final int MOST_CONDITIONS = 30;

  private Gating() {}

  static Outcome check(Situation here, Action.Check action) {
    Gate gate = here.step().gate();
    if (gate == null) {
      return Outcome.conflict("There is no checklist in this step.");
    }
    Optional<Outcome> late = late(here, action.menu());
    if (late.isPresent()) {
      return late.get();
    }
    Verdict verdict = here.gate().verdict();
    if (verdict != null) {
      return Outcome.conflict(
          "The gate is decided, %s; its checklist stands.".formatted(verdict.label()));
    }
    if (!here.gate().signatures().isEmpty()) {
      return Outcome.conflict("Somebody has signed on this checklist; it stands.");
    }
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, Boolean> item : action.items().entrySet()) {
      if (gate.items().stream().noneMatch(known -> known.id().equals(item.getKey()))) {
        return Outcome.invalid("check." + item.getKey(), "There is no such item on the checklist.");
      }
      if (here.gate().checks().containsKey(item.getKey()) != item.getValue()) {
        facts.add(new Fact.Checked(item.getKey(), item.getValue()));
      }
    }
    return Outcome.of(facts);
  }

  static Outcome sign(Situation here, Sender.Human sender, Action.Sign action) {
    Gate gate = here.step().gate();
    if (gate == null) {
      return Outcome.conflict("There is no gate in this step.");
    }
    Optional<Outcome> late = late(here, action.menu());
    if (late.isPresent()) {
      return late.get();
    }
    Gate.Policy policy = here.sidecar().team().policy(here.step(), gate);
    String mayNot = mayNot(here, policy, sender);
    if (mayNot != null) {
      return Outcome.forbidden(mayNot);
    }
    if (!here.verdicts().contains(action.verdict())) {
      return Outcome.conflict(String.valueOf(here.verdictsMissing()));
    }
    if (here.gate().signatures().stream()
        .filter(signature -> isOf(sender, signature))
        .anyMatch(signature -> signature.verdict() == action.verdict())) {
      return Outcome.conflict("You signed %s already.".formatted(action.verdict().label()));
    }
    String reason = action.reason() == null ? "" : Clean.lines(action.reason());
    List<String> conditions =
        action.conditions().stream().map(Clean::line).filter(c -> !c.isEmpty()).toList();
    if (reason.length() > LONGEST_WORDS) {
      return Outcome.invalid("reason", "Up to %,d characters fit here.".formatted(LONGEST_WORDS));
    }
    if (conditions.size() > MOST_CONDITIONS
        || conditions.stream().anyMatch(c -> c.length() > LONGEST_CONDITION)) {
      return Outcome.invalid(
          "conditions",
          "Up to %d conditions of %,d characters fit here."
              .formatted(MOST_CONDITIONS, LONGEST_CONDITION));
    }
    Fact.Signed signed =
        new Fact.Signed(
            action.verdict(),
            reason.isEmpty() ? null : reason,
            conditions,
            action.returnTo(),
            sender.also().stream().sorted().toList());
    return switch (action.verdict()) {
      case GO -> Outcome.of(counted(here, policy, sender, signed));
      case CONDITIONAL ->
          conditions.isEmpty()
              ? Outcome.invalid("conditions", "CONDITIONAL needs at least one condition.")
              : Outcome.of(counted(here, policy, sender, signed));
      case NO_GO ->
          reason.isEmpty()
              ? Outcome.invalid("reason", "NO-GO needs a reason.")
              : back(here, sender, signed, reason);
    };
  }

  private static Set<PersonId> persons(Sender.Human sender) {
    Set<PersonId> persons = new TreeSet<>(sender.also());
    persons.add(sender.id());
    return persons;
  }

  private static boolean isOf(Sender.Human sender, GateState.Signature signature) {
    return signature.persons().stream().anyMatch(sender::is);
  }

  /** A card of an earlier visit signs nothing, whichever gate the project has come to since. */
  private static Optional<Outcome> late(Situation here, @Nullable String menu) {
    return menu == null || menu.equals(here.visit().menu())
        ? Optional.empty()
        : Optional.of(
            Outcome.conflict("That card is from an earlier visit; the current one is below."));
  }

  private static @Nullable String mayNot(Situation here, Gate.Policy policy, Sender.Human sender) {
    Set<Role> roles = EnumSet.copyOf(Roles.of(here.sidecar(), sender));
    roles.retainAll(policy.roles());
    if (roles.isEmpty()) {
      return "This gate is signed by %s, and you are not among them."
          .formatted(Words.roles(policy.roles()));
    }
    return !policy.initiatorCounts() && sender.is(here.sidecar().team().initiator())
        ? "Whoever started the project does not sign this gate."
        : null;
  }

  /** One signature more; with the last one that is needed, the verdict. */
  private static List<Fact> counted(
      Situation here, Gate.Policy policy, Sender.Human sender, Fact.Signed signed) {
    List<GateState.Signature> others =
        here.gate().signatures().stream().filter(s -> !isOf(sender, s)).toList();
    List<Fact> facts = new ArrayList<>(List.of(signed));
    List<Set<PersonId>> signers = new ArrayList<>();
    signers.add(persons(sender));
    others.forEach(signature -> signers.add(signature.persons()));
    if (Quorum.of(signers) >= policy.approvals()) {
      boolean conditional =
          signed.verdict() == Verdict.CONDITIONAL
              || others.stream().anyMatch(s -> s.verdict() == Verdict.CONDITIONAL);
      List<String> conditions =
          Stream.concat(
                  others.stream().flatMap(s -> s.conditions().stream()),
                  signed.conditions().stream())
              .distinct()
              .toList();
      boolean alone = others.isEmpty() && sender.is(here.sidecar().team().initiator());
      facts.add(
          new Fact.GateDecided(
              here.step().id(), conditional ? Verdict.CONDITIONAL : Verdict.GO, conditions, alone));
    }
    return facts;
  }

  /** One NO-GO is enough: it leads back, and what was signed from there on counts no more. */
  private static Outcome back(
      Situation here, Sender.Human sender, Fact.Signed signed, String reason) {
    List<String> offered = here.returnTo();
    String to = signed.returnTo() == null ? offered.getFirst() : signed.returnTo();
    if (!offered.contains(to)) {
      return Outcome.invalid(
          "return_to",
          "The way back leads to one of: %s."
              .formatted(
                  offered.stream()
                      .map(id -> here.workflow().step(id).title())
                      .collect(Collectors.joining(", "))));
    }
    List<String> again =
        here.workflow().steps().stream()
            .dropWhile(step -> !step.id().equals(to))
            .map(Step::id)
            .filter(
                id -> id.equals(here.step().id()) || here.sidecar().way().completed().contains(id))
            .toList();
    boolean alone = sender.is(here.sidecar().team().initiator());
    List<Fact> facts = new ArrayList<>();
    facts.add(signed);
    facts.add(new Fact.GateDecided(here.step().id(), Verdict.NO_GO, List.of(), alone));
    facts.add(new Fact.SentBack(again, reason));
    for (String step : again) {
      if (step.equals(here.step().id()) || !here.sidecar().gate(step).signatures().isEmpty()) {
        facts.add(new Fact.GateVoided(step, "NO-GO"));
      }
    }
    facts.add(new Fact.StepEntered(to));
    return Outcome.of(facts);
  }
}
