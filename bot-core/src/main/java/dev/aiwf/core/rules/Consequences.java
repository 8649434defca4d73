package dev.aiwf.core.rules;

import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.workflow.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What follows from answers that are given, changed or taken back, however that was done: decisions
 * that rest on them go stale, a gate signed on them is void, and the steps concerned are open
 * again. What does not rest on them stays as it is.
 */
final class Consequences {

  private Consequences() {}

  /** These facts about answers, and what follows from them. */
  static List<Fact> with(Situation here, List<Fact> answering) {
    Known after = Known.of(here.workflow(), Grounds.after(here.sidecar().answers(), answering));
    List<String> skipped = nowSkipped(here, after);
    List<Fact> stale = stale(here, after, skipped, answering);
    Set<String> again = new LinkedHashSet<>();
    for (Fact fact : stale) {
      if (fact instanceof Fact.WentStale(var ask, _)) {
        here.workflow().stepOf(ask).map(Step::id).ifPresent(again::add);
      }
    }
    again.addAll(noLongerSkipped(here, after));
    again.addAll(nowIncomplete(here, after));
    skipped.forEach(again::remove);
    List<Fact> all = new ArrayList<>(answering);
    all.addAll(stale);
    for (String step : skipped) {
      Step.Skip skip = here.workflow().step(step).skipWhen();
      all.add(new Fact.StepSkipped(step, skip == null ? "" : Words.filled(after, skip.reason())));
    }
    List<String> voided = voided(here, again, answering);
    voided.forEach(step -> all.add(new Fact.GateVoided(step, because(answering))));
    again.addAll(voided);
    List<Fact> back = wayBack(here, again, because(answering));
    all.addAll(back);
    boolean stays = back.stream().noneMatch(Fact.StepEntered.class::isInstance);
    if (stays && skipped.contains(here.step().id())) {
      all.addAll(
          Onward.from(here.workflow(), here.sidecar(), after, here.workflow().after(here.step())));
    }
    return all;
  }

  /** What is not asked any more can't be confirmed either. */
  private static List<Fact> stale(
      Situation here, Known after, List<String> skipped, List<Fact> answering) {
    return Grounds.staleAfter(here.workflow(), here.sidecar().answers(), answering).stream()
        .filter(fact ->
            fact instanceof Fact.WentStale(var id, _)
                && after.ask(id).filter(after::applies).isPresent()
                && here.workflow()
                    .stepOf(id)
                    .filter(step -> !skipped.contains(step.id()))
                    .isPresent())
        .toList();
  }

  /**
   * A signature counts no more if something changed up to its gate, and not for what comes after.
   */
  private static List<String> voided(Situation here, Set<String> again, List<Fact> answering) {
    Set<String> touched = touched(here, answering);
    return here.workflow().steps().stream()
        .map(Step::id)
        .filter(gate -> !here.sidecar().gate(gate).signatures().isEmpty())
        .filter(gate ->
            Stream.concat(touched.stream(), again.stream())
                .anyMatch(step -> !here.workflow().before(gate, step)))
        .toList();
  }

  private static Set<String> noLongerSkipped(Situation here, Known after) {
    Set<String> steps = new LinkedHashSet<>();
    for (Step step : here.workflow().steps()) {
      Step.Skip skip = step.skipWhen();
      if (skip != null
          && here.sidecar().way().skipped().containsKey(step.id())
          && !after.holds(skip.when())) {
        steps.add(step.id());
      }
    }
    return steps;
  }

  /** Steps that were gone through, or are just being, and that the answers now skip. */
  private static List<String> nowSkipped(Situation here, Known after) {
    return here.workflow().steps().stream()
        .filter(step -> {
          Step.Skip skip = step.skipWhen();
          return skip != null && after.holds(skip.when());
        })
        .map(Step::id)
        .filter(step ->
            here.sidecar().way().completed().contains(step) || step.equals(here.step().id()))
        .toList();
  }

  /** Completed steps in which a question is now put that was not put before, and can't be left. */
  private static Set<String> nowIncomplete(Situation here, Known after) {
    Set<String> steps = new LinkedHashSet<>();
    for (Step step : here.workflow().steps()) {
      boolean asked =
          step.asks().stream()
              .filter(ask -> ask.required() && ask.at(here.sidecar().depth()))
              .filter(ask -> !here.known().applies(ask))
              .anyMatch(ask -> after.applies(ask) && after.answer(ask.id()).isEmpty());
      if (asked && here.sidecar().way().completed().contains(step.id())) {
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
      here.sidecar().answers().lastChange().stream()
          .flatMap(change -> change.before().stream())
          .flatMap(before -> here.workflow().stepOf(before.ask()).stream())
          .forEach(step -> steps.add(step.id()));
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
        case Fact.Answered(var ask, _, _, _) -> asks.add(ask);
        case Fact.AskSkipped(var ask) -> asks.add(ask);
        default -> {}
      }
    }
    return asks.isEmpty() ? "an answer was taken back" : String.join(", ", asks) + " changed";
  }
}
