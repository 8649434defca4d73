package dev.aiwf.core.rules;

import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/**
 * What nobody knows or has solved yet. It is named as open rather than guessed.
 *
 * @param asks what was asked and left open
 * @param warnings contradictions that stand, and risks that nobody has said how to meet
 * @param conditions what gates were passed under and is still to be met
 */
public record OpenPoints(List<Ask> asks, List<Warning> warnings, List<String> conditions) {

  public OpenPoints {
    asks = List.copyOf(asks);
    warnings = List.copyOf(warnings);
    conditions = List.copyOf(conditions);
  }

  /** What is open in a project now. */
  public static OpenPoints of(Workflow workflow, Sidecar sidecar, Known known) {
    List<Ask> asks = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (Step step : workflow.steps()) {
      boolean completed = sidecar.way().completed().contains(step.id());
      step.asks().stream()
          .filter(ask -> known.puts(ask, sidecar.depth()))
          .filter(ask -> sidecar.answers().to(ask.id()).isEmpty())
          .filter(ask -> completed || sidecar.answers().left().contains(ask.id()))
          .forEach(asks::add);
      conditions.addAll(sidecar.gate(step.id()).unmet());
    }
    return new OpenPoints(asks, Warnings.open(workflow, sidecar, known), conditions);
  }

  /** How many there are. */
  public int count() {
    return asks.size() + warnings.size() + conditions.size();
  }
}
