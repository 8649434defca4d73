package dev.aiwf.core.rules;

import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.workflow.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What follows from answers that are given, changed or taken back, however that was done: decisions
 * that rest on them go stale, a gate signed on them is void, and the steps concerned are open
 * again. What does not rest on them stays as it is.
 */
final class Consequences {

  private Consequences() {}

  /** These facts about answers, and what follows from them. */
  static List<Fact> with(Situation here, List<Fact> answering) {
    List<Fact> stale = Grounds.staleAfter(here.workflow(), here.sidecar().answers(), answering);
    Set<String> again = new LinkedHashSet<>();
    for (Fact fact : stale) {
      if (fact instanceof Fact.WentStale(var ask, _)) {
        here.workflow().stepOf(ask).map(Step::id).ifPresent(again::add);
      }
    }
    again.addAll(noLongerSkipped(here, answering));
    List<Fact> all = new ArrayList<>(answering);
    all.addAll(stale);
    Set<String> touched = touched(here, answering);
    for (Step step : here.workflow().steps()) {
      if (!here.sidecar().gate(step.id()).signatures().isEmpty()
          && (!again.isEmpty() || touched.contains(step.id()))) {
        all.add(new Fact.GateVoided(step.id(), because(answering)));
        again.add(step.id());
      }
    }
    all.addAll(wayBack(here, again, because(answering)));
    return all;
  }

  private static Set<String> noLongerSkipped(Situation here, List<Fact> answering) {
    Answers after = Grounds.after(here.sidecar().answers(), answering);
    Set<String> steps = new LinkedHashSet<>();
    for (Step step : here.workflow().steps()) {
      Step.Skip skip = step.skipWhen();
      if (skip != null
          && here.sidecar().way().skipped().containsKey(step.id())
          && !skip.when().holds(after::value)) {
        steps.add(step.id());
      }
    }
    return steps;
  }

  /** The steps in which an answer is now another one. */
  private static Set<String> touched(Situation here, List<Fact> answering) {
    Set<String> steps = new LinkedHashSet<>();
    for (String ask : Grounds.changed(here.sidecar().answers(), answering)) {
      here.workflow().stepOf(ask).map(Step::id).ifPresent(steps::add);
    }
    if (answering.stream().anyMatch(Fact.Undone.class::isInstance)) {
      steps.add(here.step().id());
    }
    return steps;
  }

  /**
   * Steps that were behind the project are open again; it goes to the first that lies before it.
   */
  private static List<Fact> wayBack(Situation here, Set<String> again, String because) {
    Way way = here.sidecar().way();
    List<String> open =
        here.workflow().steps().stream()
            .map(Step::id)
            .filter(again::contains)
            .filter(id -> way.completed().contains(id) || way.skipped().containsKey(id))
            .toList();
    if (open.isEmpty()) {
      return List.of();
    }
    Fact back = new Fact.SentBack(open, because);
    return here.workflow().before(open.getFirst(), here.step().id())
        ? List.of(back, new Fact.StepEntered(open.getFirst()))
        : List.of(back);
  }

  private static String because(List<Fact> answering) {
    List<String> asks = new ArrayList<>();
    for (Fact fact : answering) {
      switch (fact) {
        case Fact.Answered(var ask, _, _) -> asks.add(ask);
        case Fact.AskSkipped(var ask) -> asks.add(ask);
        default -> {}
      }
    }
    return asks.isEmpty() ? "an answer was taken back" : String.join(", ", asks) + " changed";
  }
}
