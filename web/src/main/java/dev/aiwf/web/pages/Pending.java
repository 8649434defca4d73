package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Warnings;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs somebody, whatever is asked meanwhile: a contradiction, a risk, a condition.
 *
 * @param title what it is about
 * @param text what is so; none where the title says it all
 * @param ways what can be done about it
 */
public record Pending(String title, @Nullable String text, List<Opening> ways) {

  public Pending {
    ways = List.copyOf(ways);
  }

  static List<Pending> all(Situation here) {
    List<Pending> all = new ArrayList<>();
    Warnings.open(here.workflow(), here.sidecar(), here.known())
        .forEach(warning -> all.add(warning(here, warning)));
    for (Step step : here.workflow().steps()) {
      GateState gate = here.sidecar().gate(step.id());
      gate.unmet().forEach(condition -> all.add(condition(step, condition)));
    }
    return all;
  }

  private static Pending warning(Situation here, Warning warning) {
    List<Opening> ways = new ArrayList<>();
    switch (warning.kind()) {
      case RISK -> ways.add(new Opening("Acknowledge…", new FormRef.Acknowledge(warning.id())));
      case CONTRADICTION -> {}
    }
    for (String ask : warning.change()) {
      here.known()
          .answer(ask)
          .filter(_ -> here.lockedBy(ask).isEmpty())
          .ifPresent(given ->
              ways.add(
                  new Opening(
                      "Change " + ask.replace('_', ' ') + "…",
                      new FormRef.Revise(ask, given.fact()))));
    }
    return new Pending(
        Words.filled(here.known(), warning.title()),
        Words.filled(here.known(), warning.text()),
        ways);
  }

  private static Pending condition(Step step, String condition) {
    return new Pending(
        "Condition: " + condition,
        null,
        List.of(new Opening("Met…", new FormRef.Meet(step.id(), condition))));
  }
}
