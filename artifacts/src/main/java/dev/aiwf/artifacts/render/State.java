package dev.aiwf.artifacts.render;

import static dev.aiwf.artifacts.render.Shown.words;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that a template of one step may name: the vocabulary, filled. */
record State(Workflow workflow, Sidecar sidecar, Step step) {

  Shown shown() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("project", project());
    parts.put("workflow", ofWorkflow());
    parts.put("phases", workflow.phases().stream().map(this::phase).toList());
    parts.put("decisions", decisions());
    parts.put("gate", gate());
    parts.put("open_points", openPoints());
    asks().forEach(ask -> parts.put(ask.id(), shown(ask)));
    return new Shown.Thing(null, parts);
  }

  private Stream<Ask> asks() {
    return workflow.steps().stream().flatMap(each -> each.asks().stream());
  }

  private Shown shown(Ask ask) {
    return new AskShown(ask, sidecar.answers().to(ask.id()), sidecar).shown();
  }

  private Shown project() {
    return thing(
        Map.of(
            "name", words(sidecar.name()),
            "id", words(sidecar.id().value()),
            "created", Dates.day(sidecar.created()),
            "depth", words(sidecar.depth().key()),
            "status", words(Words.status(sidecar.status())),
            "owner", words(sidecar.nameOf(sidecar.team().owner()))));
  }

  private Shown ofWorkflow() {
    return thing(
        Map.of(
            "id", words(workflow.ref().id()),
            "version", words(workflow.ref().version()),
            "title", words(workflow.title())));
  }

  private Shown phase(Phase phase) {
    return thing(
        Map.of(
            "number", new Shown.Figure(BigDecimal.valueOf(phase.number())),
            "title", words(phase.title()),
            "steps",
                workflow.steps().stream()
                    .filter(each -> each.phase() == phase.number())
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

  private List<Shown> decisions() {
    return asks()
        .filter(ask -> ask.type() instanceof AskType.Decision)
        .flatMap(ask ->
            shown(ask) instanceof Shown.Thing(_, var parts)
                ? Stream.of(decision(ask, parts))
                : Stream.empty())
        .toList();
  }

  private static Shown decision(Ask ask, Map<String, Object> parts) {
    Map<String, Object> more = new LinkedHashMap<>(parts);
    more.put("id", words(ask.id()));
    return thing(more);
  }

  /** The gate of this step, or the last one before it. */
  private Shown gate() {
    Shown last = Shown.OPEN;
    for (Step each : workflow.steps()) {
      Gate gate = each.gate();
      if (gate != null) {
        last = new GateShown(gate, sidecar.gate(each.id()), sidecar).shown();
      }
      if (each.equals(step)) {
        break;
      }
    }
    return last;
  }

  private List<Shown> openPoints() {
    return workflow.steps().stream()
        .filter(each -> sidecar.way().completed().contains(each.id()))
        .flatMap(each ->
            each.asks().stream()
                .filter(ask -> ask.from().compareTo(sidecar.depth()) <= 0)
                .filter(ask -> sidecar.answers().to(ask.id()).isEmpty())
                .map(ask ->
                    thing(
                        Map.of(
                            "id", words(ask.id()),
                            "ask", words(ask.text()),
                            "step", words(each.title())))))
        .toList();
  }

  private static Shown thing(Map<String, Object> parts) {
    return new Shown.Thing(null, parts);
  }
}
