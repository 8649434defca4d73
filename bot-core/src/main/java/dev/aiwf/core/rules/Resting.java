package dev.aiwf.core.rules;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Step;
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
    Set<String> changed = Grounds.restingOn(here.workflow(), here.sidecar().answers(), ask.id());
    List<Ask> decisions = new ArrayList<>();
    Set<String> files = new LinkedHashSet<>();
    for (Step step : here.workflow().steps()) {
      step.asks().stream()
          .filter(other -> !other.equals(ask) && changed.contains(other.id()))
          .filter(here.known()::applies)
          .forEach(decisions::add);
      if (here.sidecar().way().completed().contains(step.id())) {
        step.writes().stream()
            .filter(write -> write.at(here.sidecar().depth()) && here.known().holds(write.when()))
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
