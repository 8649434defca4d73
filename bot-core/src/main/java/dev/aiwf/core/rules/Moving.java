package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.workflow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pressing the menu's buttons, and going from step to step. */
final class Moving {

  private Moving() {}

  static Outcome choose(Situation here, Action.Choose action) {
    if (!action.menu().equals(here.visit().menu())) {
      return Outcome.conflict(late(here.sidecar(), action.menu()));
    }
    Optional<Situation.Offer> offer =
        here.menu().stream().filter(o -> o.choice().key().equals(action.choice())).findFirst();
    if (offer.isEmpty()) {
      return Outcome.invalid("choose", "This menu does not offer that.");
    }
    if (!offer.get().allowed()) {
      return Outcome.conflict(String.valueOf(offer.get().whyNot()));
    }
    return switch (offer.get().choice()) {
      case PROGRESS -> Outcome.of(new Fact.Shown(Fact.Topic.PROGRESS));
      case DECISIONS -> Outcome.of(new Fact.Shown(Fact.Topic.DECISIONS));
      case GATE -> Outcome.of(new Fact.Shown(Fact.Topic.GATE));
      case CONTINUE, EXIT -> Outcome.of(leave(here, action));
    };
  }

  private static List<Fact> leave(Situation here, Action.Choose action) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.MenuAnswered(action.menu(), action.choice()));
    facts.add(new Fact.StepCompleted(here.step().id()));
    Optional<Step> next = here.workflow().after(here.step());
    while (next.isPresent() && passes(here.sidecar(), next.get(), facts)) {
      next = here.workflow().after(next.get());
    }
    facts.add(
        next.<Fact>map(step -> new Fact.StepEntered(step.id())).orElseGet(Fact.Completed::new));
    return facts;
  }

  /** Whether the way leads past a step: it was completed and still stands, or its skip applies. */
  private static boolean passes(Sidecar sidecar, Step step, List<Fact> facts) {
    if (sidecar.way().completed().contains(step.id())) {
      return true;
    }
    Step.Skip skip = step.skipWhen();
    if (skip == null || !skip.when().holds(sidecar.answers()::value)) {
      return false;
    }
    facts.add(new Fact.StepSkipped(step.id(), skip.reason()));
    return true;
  }

  /** What whoever pressed a button of an old menu is told. */
  private static String late(Sidecar sidecar, String menu) {
    return sidecar.way().visits().stream()
        .filter(visit -> visit.menu().equals(menu))
        .findFirst()
        .map(visit -> {
          Way.MenuAnswer answer = visit.answered();
          return answer == null
              ? "The project went back from there; the current menu is further down."
              : "%s chose %s there at %s; nothing changed now."
                  .formatted(sidecar.nameOf(answer.by()), answer.choice(), Words.time(answer.at()));
        })
        .orElse("There is no such menu in this project.");
  }
}
