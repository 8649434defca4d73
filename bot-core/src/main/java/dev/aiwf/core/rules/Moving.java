package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import java.util.ArrayList;
import java.util.Comparator;
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
    if (offer.isEmpty() && here.visit().leaving()) {
      return Outcome.conflict("Finishing is to be confirmed first: press Finish or Not yet.");
    }
    if (offer.isEmpty()) {
      return Outcome.invalid("choose", "This menu does not offer that.");
    }
    if (!offer.get().allowed()) {
      return Outcome.conflict(String.valueOf(offer.get().whyNot()));
    }
    return switch (offer.get().choice()) {
      case REVIEW -> Outcome.of(new Fact.Shown(Fact.Topic.REVIEW));
      case ANALYSE -> Outcome.of(analyse(here));
      case PROGRESS -> Outcome.of(new Fact.Shown(Fact.Topic.PROGRESS));
      case DECISIONS -> Outcome.of(new Fact.Shown(Fact.Topic.DECISIONS));
      case GATE -> Outcome.of(new Fact.Shown(Fact.Topic.GATE));
      case SUMMARY -> Outcome.of(new Fact.Shown(Fact.Topic.SUMMARY));
      case EXPORT -> Outcome.of(new Fact.Shown(Fact.Topic.EXPORT));
      case EXIT -> Outcome.of(new Fact.Leaving(action.menu(), true));
      case STAY -> Outcome.of(new Fact.Leaving(action.menu(), false));
      case CONTINUE -> Outcome.of(leave(here, action));
      case FINISH -> Outcome.of(finish(here, action));
    };
  }

  private static List<Fact> leave(Situation here, Action.Choose action) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.MenuAnswered(action.menu(), action.choice()));
    // The stop that a resumed project makes is no step of the script, so nothing is completed.
    if (here.workflow().steps().contains(here.step())) {
      facts.add(new Fact.StepCompleted(here.step().id()));
    }
    facts.addAll(Onward.from(here.workflow(), here.sidecar(), here.workflow().after(here.step())));
    return facts;
  }

  private static List<Fact> finish(Situation here, Action.Choose action) {
    return List.of(
        new Fact.MenuAnswered(action.menu(), action.choice()),
        new Fact.StepCompleted(here.step().id()),
        new Fact.Completed());
  }

  /** The decision at hand is the one taken last in this step. */
  private static Fact analyse(Situation here) {
    String decision =
        here.asks().stream()
            .filter(ask -> ask.type() instanceof AskType.Decision)
            .flatMap(
                ask -> here.known().answer(ask.id()).map(given -> new Taken(ask, given)).stream())
            .max(Comparator.comparingLong(taken -> taken.answer().fact()))
            .map(taken -> taken.ask().id())
            .orElse(null);
    return new Fact.Shown(Fact.Topic.METHODS, decision);
  }

  private record Taken(Ask ask, Answers.Answer answer) {}

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
