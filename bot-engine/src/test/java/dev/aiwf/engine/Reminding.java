package dev.aiwf.engine;

import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.testkit.TwoSteps;
import java.time.Duration;
import java.util.List;

/** The small workflow, with a gate that reminds. */
final class Reminding {

  static final Duration AFTER = Duration.ofHours(24);
  static final Workflow TWO_STEPS = after(AFTER);

  private Reminding() {}

  private static Workflow after(Duration time) {
    Workflow workflow = TwoSteps.workflow();
    return new Workflow(
        workflow.ref(),
        workflow.title(),
        workflow.phases(),
        workflow.steps().stream().map(step -> reminding(step, time)).toList());
  }

  private static Step reminding(Step step, Duration after) {
    Gate gate = step.gate();
    return gate == null
        ? step
        : new Step(
            step.id(),
            step.phase(),
            step.title(),
            step.opening(),
            step.asks(),
            step.writes(),
            step.menu(),
            new Gate(
                gate.title(),
                gate.items(),
                new Gate.Policy(
                    gate.policy().approvals(), gate.policy().roles(), true, List.of(after))),
            step.skipWhen(),
            step.brief());
  }
}
