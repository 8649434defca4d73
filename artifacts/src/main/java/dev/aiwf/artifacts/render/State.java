package dev.aiwf.artifacts.render;

import static dev.aiwf.artifacts.render.Shown.words;

import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.OpenPoints;
import dev.aiwf.core.rules.Warnings;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Figure;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.Write;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a template of one step may name: the vocabulary, filled.
 *
 * @param workflow the script
 * @param sidecar the state
 * @param step the step whose file it is
 * @param known what the answers amount to
 */
record State(Workflow workflow, Sidecar sidecar, Step step, Known known) {

  State(Workflow workflow, Sidecar sidecar, Step step) {
    this(workflow, sidecar, step, Known.of(workflow, sidecar.answers()));
  }

  Shown shown() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("project", project());
    parts.put("workflow", ofWorkflow());
    parts.put("phases", workflow.phases().stream().map(this::phase).toList());
    parts.put("phase", phase(workflow.phase(step.phase())));
    parts.put("skipped", words(sidecar.way().skipped().get(step.id())));
    parts.put("decisions", decisions(workflow.steps()));
    parts.put("decided_here", decisions(List.of(step)));
    parts.put("figures", figures(reached()));
    parts.put("figures_here", figures(step.figures()));
    parts.put("warnings", warnings(Warning.Kind.RISK));
    parts.put("contradictions", warnings(Warning.Kind.CONTRADICTION));
    parts.put("consults", step.consults().stream().map(State::consult).toList());
    parts.put("files", files());
    parts.put("gate", gate());
    parts.put("open_points", openPoints());
    workflow.steps().forEach(each -> each.asks().forEach(ask -> parts.put(ask.id(), shown(ask))));
    workflow
        .figures()
        .forEach(figure -> parts.put(figure.id(), new FigureShown(figure, known).shown()));
    return new Shown.Thing(null, parts);
  }

  private Shown shown(Ask ask) {
    return new AskShown(ask, workflow, sidecar, known).shown();
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

  private List<Shown> decisions(List<Step> steps) {
    List<Shown> decisions = new ArrayList<>();
    for (Step each : steps) {
      for (Ask ask : each.asks()) {
        if (ask.type() instanceof AskType.Decision
            && shown(ask) instanceof Shown.Thing(_, var parts)) {
          Map<String, Object> more = new LinkedHashMap<>(parts);
          more.put("id", words(ask.id()));
          decisions.add(thing(more));
        }
      }
    }
    return decisions;
  }

  private List<Figure> reached() {
    return workflow.steps().stream()
        .filter(each -> sidecar.reached(each.id()))
        .flatMap(each -> each.figures().stream())
        .toList();
  }

  private List<Shown> figures(List<Figure> figures) {
    return figures.stream()
        .filter(figure -> !figure.aside())
        .map(figure -> new FigureShown(figure, known))
        .flatMap(figure -> figure.listed().stream())
        .toList();
  }

  private List<Shown> warnings(Warning.Kind kind) {
    return Warnings.holding(workflow, sidecar, known).stream()
        .filter(warning -> warning.kind() == kind)
        .map(this::warning)
        .toList();
  }

  private Shown warning(Warning warning) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("id", words(warning.id()));
    parts.put("title", words(Words.filled(known, warning.title())));
    parts.put("text", words(Words.filled(known, warning.text())));
    parts.put("reference", words(warning.reference()));
    Remarks.Acknowledgement met = Warnings.met(workflow, sidecar, known, warning).orElse(null);
    parts.put("met", met != null);
    parts.put("mitigation", met == null ? Shown.OPEN : words(met.mitigation()));
    parts.put("by", met == null ? Shown.OPEN : words(sidecar.nameOf(met.by())));
    parts.put("date", met == null ? Shown.OPEN : Dates.day(met.at()));
    return thing(parts);
  }

  private static Shown consult(Consult consult) {
    return thing(Map.of("tool", words(consult.tool()), "topic", words(consult.topic())));
  }

  private List<Shown> files() {
    return lines(
        step.writes().stream()
            .filter(write -> write.at(sidecar.depth()) && known.holds(write.when()))
            .map(Write::to)
            .toList());
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
    return OpenPoints.of(workflow, sidecar, known).asks().stream()
        .map(ask ->
            thing(
                Map.of(
                    "id", words(ask.id()),
                    "ask", words(ask.text()),
                    "step", words(workflow.stepOf(ask.id()).map(Step::title).orElse("")))))
        .toList();
  }

  private static List<Shown> lines(List<String> lines) {
    return lines.stream().<Shown>map(Shown::words).toList();
  }

  private static Shown thing(Map<String, Object> parts) {
    return new Shown.Thing(null, parts);
  }
}
