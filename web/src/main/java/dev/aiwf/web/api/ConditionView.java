package dev.aiwf.web.api;

import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a gate was passed under. */
record ConditionView(String step, String text, @Nullable Met met) {

  static List<ConditionView> all(Workflow workflow, Sidecar sidecar) {
    return workflow.steps().stream()
        .flatMap(step -> of(step, sidecar.gate(step.id())).stream())
        .toList();
  }

  private static List<ConditionView> of(Step step, GateState gate) {
    return gate.conditions().stream()
        .map(condition -> new ConditionView(step.id(), condition, Met.of(gate, condition)))
        .toList();
  }

  /** What shows that it was met. */
  record Met(String how, String by, Instant at) {

    private static @Nullable Met of(GateState gate, String condition) {
      GateState.Met met = gate.met().get(condition);
      return met == null ? null : new Met(met.how(), met.by().value(), met.at());
    }
  }
}
