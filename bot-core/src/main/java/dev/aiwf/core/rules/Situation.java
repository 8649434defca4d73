package dev.aiwf.core.rules;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be done at the current stop. Whoever offers something and whoever checks it asks here,
 * so that nothing is offered that is then refused.
 *
 * @param workflow the script
 * @param sidecar the state
 * @param visit the current arrival
 * @param step its step
 * @param known what its answers amount to
 */
public record Situation(
    Workflow workflow, Sidecar sidecar, Way.Visit visit, Step step, Known known) {

  /** Where the project is, unless it has not arrived anywhere yet. */
  public static Optional<Situation> of(Workflow workflow, Sidecar sidecar) {
    return of(workflow, sidecar, Known.of(workflow, sidecar.answers()));
  }

  /** The same where it was looked up already what is known. */
  public static Optional<Situation> of(Workflow workflow, Sidecar sidecar, Known known) {
    return sidecar
        .visit()
        .map(visit -> new Situation(workflow, sidecar, visit, workflow.step(visit.step()), known));
  }

  /** Whether the project is under way, so that something can be done at all. */
  public boolean underWay() {
    return sidecar.status() == Status.IN_PROGRESS;
  }

  /** The asks that are put here, given the project's depth and its other answers. */
  public List<Ask> asks() {
    return step.asks().stream().filter(ask -> known.puts(ask, sidecar.depth())).toList();
  }

  /** The asks that still wait for somebody. */
  public List<Ask> open() {
    return asks().stream().filter(ask -> !sidecar.answers().settled(ask.id())).toList();
  }

  /** The ask that is put next. */
  public Optional<Ask> next() {
    return open().stream().findFirst();
  }

  /** The asks without which the step can't be completed, as far as they are open. */
  public List<Ask> missing() {
    return open().stream()
        .filter(ask -> ask.required() || sidecar.answers().to(ask.id()).isPresent())
        .toList();
  }

  /** What the answers so far speak for. */
  public Optional<Recommended> recommended(Ask ask) {
    return Recommended.of(ask, known);
  }

  /** What is open and recommended here, in the order in which it can be taken. */
  public Map<Ask, Recommended> recommended() {
    return Answering.recommended(this);
  }

  /** The menu's choices, each with the reason why it can't be pressed, if so. */
  public List<Offer> menu() {
    List<MenuChoice> choices =
        visit.leaving() ? List.of(MenuChoice.FINISH, MenuChoice.STAY) : step.menu();
    return choices.stream().map(choice -> new Offer(choice, whyNot(choice))).toList();
  }

  /** Whether a gate stands here that nobody has decided yet, all answers it needs being there. */
  public boolean gateWaits() {
    return underWay() && step.gate() != null && gate().verdict() == null && next().isEmpty();
  }

  /** Who may sign the gate and has not yet, as far as the project knows them. */
  public List<PersonId> signers() {
    Gate gate = step.gate();
    if (gate == null) {
      return List.of();
    }
    Gate.Policy policy = sidecar.team().policy(step, gate);
    return sidecar.team().members().entrySet().stream()
        .filter(member ->
            member.getValue().roles().stream().anyMatch(policy.roles()::contains)
                || (member.getKey().equals(sidecar.team().owner())
                    && policy.roles().contains(Role.OWNER)))
        .map(Map.Entry::getKey)
        .filter(person -> policy.initiatorCounts() || !person.equals(sidecar.team().initiator()))
        .filter(person -> gate().signaturesOf(person).isEmpty())
        .toList();
  }

  /** Those without whom it does not go on: whoever may sign, and else whose project it is. */
  public List<PersonId> waitedFor() {
    List<PersonId> signers = gateWaits() ? signers() : List.of();
    return signers.isEmpty() ? List.of(sidecar.team().owner()) : signers;
  }

  /** The warnings that hold now, wherever they arose. */
  public List<Warning> warnings() {
    return Warnings.holding(workflow, sidecar, known);
  }

  /**
   * The step from which on what was answered before it can't be changed; none while everything can.
   */
  public Optional<Step> lockedBy(String ask) {
    Set<String> visited =
        sidecar.way().visits().stream().map(Way.Visit::step).collect(Collectors.toSet());
    return workflow.steps().stream()
        .filter(Step::locked)
        .filter(locking -> visited.contains(locking.id()))
        .filter(locking ->
            workflow
                .stepOf(ask)
                .filter(asking -> workflow.before(asking.id(), locking.id()))
                .isPresent())
        .findFirst();
  }

  /** What was ticked and signed here. */
  public GateState gate() {
    return sidecar.gate(step.id());
  }

  /** The steps that a NO-GO may lead back to, the earliest first. */
  public List<String> returnTo() {
    return workflow.steps().subList(0, workflow.steps().indexOf(step) + 1).stream()
        .filter(earlier -> !earlier.passing())
        .map(Step::id)
        .filter(id -> id.equals(step.id()) || sidecar.way().completed().contains(id))
        .toList();
  }

  /** The verdicts that can be signed now. */
  public List<Verdict> verdicts() {
    if (step.gate() == null || gateClosed() != null) {
      return List.of();
    }
    return unticked(step.gate()).isEmpty()
        ? List.of(Verdict.GO, Verdict.CONDITIONAL, Verdict.NO_GO)
        : List.of(Verdict.CONDITIONAL, Verdict.NO_GO);
  }

  /** Why some verdict can't be signed now; none if all can. */
  public @Nullable String verdictsMissing() {
    if (step.gate() == null) {
      return null;
    }
    String closed = gateClosed();
    int unticked = unticked(step.gate()).size();
    if (closed != null || unticked == 0) {
      return closed;
    }
    return "GO needs the whole checklist; %s not ticked.".formatted(Words.are(unticked, "item"));
  }

  /** What everybody waits for now, in a word or two; none if the project is not under way. */
  public Optional<String> waitsFor() {
    if (!underWay()) {
      return Optional.empty();
    }
    if (next().isPresent()) {
      return Optional.of("an answer");
    }
    return Optional.of(
        step.gate() != null && gate().verdict() == null ? "a signature" : "a choice");
  }

  private @Nullable String gateClosed() {
    if (!underWay()) {
      return "The project is " + Words.status(sidecar.status()) + ".";
    }
    if (gate().verdict() != null) {
      return "The gate is decided: " + gate().verdict().label() + ".";
    }
    return missing().isEmpty() ? null : missingSentence();
  }

  private List<Gate.Item> unticked(Gate gate) {
    return gate.items().stream().filter(i -> !gate().checks().containsKey(i.id())).toList();
  }

  private @Nullable String whyNot(MenuChoice choice) {
    if (!underWay()) {
      return "The project is " + Words.status(sidecar.status()) + ".";
    }
    return switch (choice) {
      case REVIEW, ANALYSE, PROGRESS, DECISIONS, GATE, SUMMARY, EXPORT, STAY -> null;
      case CONTINUE, EXIT, FINISH -> {
        if (!missing().isEmpty()) {
          yield missingSentence();
        }
        yield step.gate() != null && gate().verdict() == null
            ? "The gate is not signed yet."
            : null;
      }
    };
  }

  private String missingSentence() {
    List<Ask> missing = missing();
    return missing.size() == 1
        ? "One required question is still open: " + missing.getFirst().text()
        : "%d required questions are still open, the next is: %s"
            .formatted(missing.size(), missing.getFirst().text());
  }

  /**
   * A choice of the menu.
   *
   * @param choice which
   * @param whyNot why it can't be pressed now; none if it can
   */
  public record Offer(MenuChoice choice, @Nullable String whyNot) {

    /** Whether it can be pressed now. */
    public boolean allowed() {
      return whyNot == null;
    }
  }
}
