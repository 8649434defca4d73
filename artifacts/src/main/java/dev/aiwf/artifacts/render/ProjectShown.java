package dev.aiwf.artifacts.render;

import static dev.aiwf.artifacts.render.Shown.words;

import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.OpenPoints;
import dev.aiwf.core.rules.Warnings;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What templates of all steps may name: the part of the vocabulary that is the same everywhere. */
record ProjectShown(Workflow workflow, Sidecar sidecar, Known known) {

  Map<String, Object> parts() {
    Map<String, Object> parts = new LinkedHashMap<>();
    Map<String, Shown> asks = new LinkedHashMap<>();
    workflow.steps().forEach(step -> step.asks().forEach(ask -> asks.put(ask.id(), shown(ask))));
    parts.put("project", project());
    parts.put("workflow", ofWorkflow());
    parts.put(
        "phases",
        workflow.phases().stream().map(new PhaseShown(workflow, sidecar)::shown).toList());
    parts.put("decisions", decisions(workflow.steps(), asks));
    parts.put("warnings", warnings(Warning.Kind.RISK));
    parts.put("contradictions", warnings(Warning.Kind.CONTRADICTION));
    parts.put("written", written());
    parts.put("blank", false);
    parts.put("prose", prose());
    parts.put("open_points", openPoints());
    parts.putAll(asks);
    workflow
        .figures()
        .forEach(figure -> parts.put(figure.id(), new FigureShown(figure, known).shown()));
    return parts;
  }

  private Shown shown(Ask ask) {
    return new AskShown(ask, workflow, sidecar, known).shown();
  }

  /** The decisions of these steps that were taken. */
  static List<Shown> decisions(List<Step> steps, Map<String, ?> asks) {
    List<Shown> decisions = new ArrayList<>();
    for (Step each : steps) {
      for (Ask ask : each.asks()) {
        if (ask.type() instanceof AskType.Decision
            && asks.get(ask.id()) instanceof Shown.Thing(_, var parts)) {
          Map<String, Object> more = new LinkedHashMap<>(parts);
          more.put("id", words(ask.id()));
          decisions.add(thing(more));
        }
      }
    }
    return decisions;
  }

  private Shown project() {
    return thing(
        Map.of(
            "name", words(sidecar.name()),
            "id", words(sidecar.id().value()),
            "created", Dates.day(sidecar.created()),
            "depth", words(sidecar.depth().key()),
            "status", words(Words.status(sidecar.status())),
            "owner", words(sidecar.nameOf(sidecar.team().owner())),
            "folder", place(Repository.Place::folder),
            "branch", place(Repository.Place::branch)));
  }

  private Shown place(Function<Repository.Place, String> part) {
    return Optional.ofNullable(sidecar.repository().place())
        .map(part)
        .<Shown>map(Shown::words)
        .orElse(Shown.OPEN);
  }

  private Shown ofWorkflow() {
    return thing(
        Map.of(
            "id", words(workflow.ref().id()),
            "version", words(workflow.ref().version()),
            "title", words(workflow.title())));
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

  /** The files of all completed steps, and of those passed by. */
  private List<Shown> written() {
    return workflow.steps().stream()
        .flatMap(each -> MustacheRenderer.writes(sidecar, known, each))
        .map(Write::to)
        .distinct()
        .<Shown>map(Shown::words)
        .toList();
  }

  private Shown prose() {
    Map<String, Object> sections = new LinkedHashMap<>();
    workflow
        .sections()
        .forEach(section -> sections.put(section.id(), new ProseShown(section, sidecar).shown()));
    return thing(sections);
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

  private static Shown thing(Map<String, Object> parts) {
    return new Shown.Thing(null, parts);
  }
}
