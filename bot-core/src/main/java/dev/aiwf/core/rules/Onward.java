package dev.aiwf.core.rules;

import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from one stop to the next: past what is completed and still stands, past what the answers
 * skip, through what has nothing to wait for.
 */
final class Onward {

  private Onward() {}

  /** The facts that lead from here to the next stop, or to the end. */
  static List<Fact> from(Workflow workflow, Sidecar sidecar, Optional<Step> first) {
    return from(workflow, sidecar, Known.of(workflow, sidecar.answers()), first);
  }

  /** The same, once something else is known than the state holds yet. */
  static List<Fact> from(Workflow workflow, Sidecar sidecar, Known known, Optional<Step> first) {
    List<Fact> facts = new ArrayList<>();
    Optional<Step> next = first;
    while (next.isPresent()) {
      Step step = next.get();
      next = workflow.after(step);
      if (sidecar.way().completed().contains(step.id())) {
        continue;
      }
      Step.Skip skip = step.skipWhen();
      if (skip != null && known.holds(skip.when())) {
        if (!sidecar.way().skipped().containsKey(step.id())) {
          facts.add(new Fact.StepSkipped(step.id(), Words.filled(known, skip.reason())));
        }
        continue;
      }
      facts.add(new Fact.StepEntered(step.id()));
      if (!step.passing()) {
        return facts;
      }
      facts.add(new Fact.StepCompleted(step.id()));
    }
    facts.add(new Fact.Completed());
    return facts;
  }
}
