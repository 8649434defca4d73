package dev.aiwf.core.rules;

import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What rests on an answer: exactly what would go stale if it were another one.
 *
 * @param decisions the decisions that would have to be confirmed, in the order of the script
 * @param files the files of completed steps that would be written anew
 */
public record Resting(List<Ask> decisions, List<String> files) {

  public Resting {
    decisions = List.copyOf(decisions);
    files = List.copyOf(files);
  }

  /** What rests on the answer to an ask now. */
  public static Resting on(Situation here, Ask ask) {
    return on(here.workflow(), here.sidecar(), here.known(), ask);
  }

  /** What rests on the answer to an ask in a project that may not have arrived anywhere. */
  public static Resting on(Workflow workflow, Sidecar sidecar, Known known, Ask ask) {
    Set<String> changed = Grounds.restingOn(workflow, sidecar.answers(), ask.id());
    List<Ask> decisions = new ArrayList<>();
    Set<String> files = new LinkedHashSet<>();
    for (Step step : workflow.steps()) {
      step.asks().stream()
          .filter(other -> !other.equals(ask) && changed.contains(other.id()))
          .filter(known::applies)
          .forEach(decisions::add);
      if (sidecar.way().completed().contains(step.id())) {
        step.writes().stream()
            .filter(write -> write.at(sidecar.depth()) && known.holds(write.when()))
            .filter(write -> write.asks().stream().anyMatch(changed::contains))
            .forEach(write -> files.add(write.to()));
      }
    }
    return new Resting(decisions, List.copyOf(files));
  }

  /** Whether nothing at all rests on it. */
  public boolean nothing() {
    return decisions.isEmpty() && files.isEmpty();
  }
}
