package dev.aiwf.artifacts.render;

import static dev.aiwf.artifacts.render.Shown.words;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A phase as it stands in documents, with its steps. */
record PhaseShown(Workflow workflow, Sidecar sidecar) {

  Shown shown(Phase phase) {
    return thing(
        Map.of(
            "number", new Shown.Figure(BigDecimal.valueOf(phase.number())),
            "title", words(phase.title()),
            "entry", lines(phase.entry()),
            "exit", lines(phase.exit()),
            "steps",
                workflow.steps().stream()
                    .filter(each -> each.phase() == phase.number() && !each.passing())
                    .map(this::step)
                    .toList()));
  }

  private Shown step(Step each) {
    return thing(
        Map.of(
            "id", words(each.id()),
            "title", words(each.title()),
            "state", words(stateOf(each)),
            "reason", words(sidecar.way().skipped().get(each.id()))));
  }

  private String stateOf(Step each) {
    if (sidecar.way().skipped().containsKey(each.id())) {
      return "skipped";
    }
    if (sidecar.way().completed().contains(each.id())) {
      return "completed";
    }
    return sidecar.visit().filter(visit -> visit.step().equals(each.id())).isPresent()
        ? "in progress"
        : "to come";
  }

  private static List<Shown> lines(List<String> lines) {
    return lines.stream().<Shown>map(Shown::words).toList();
  }

  private static Shown thing(Map<String, Object> parts) {
    return new Shown.Thing(null, parts);
  }
}
