package dev.aiwf.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.SidecarView;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a project stands and what can be done now. */
record StateView(
    @JsonUnwrapped Line line,
    String depth,
    List<AskView> asks,
    @Nullable MenuView menu,
    @Nullable GateView gate,
    List<WarningView> warnings,
    List<FigureView> figures,
    List<ConditionView> conditions,
    Map<String, PolicyView> policies,
    OpenPointsView openPoints,
    Map<String, @Nullable Object> sidecar) {

  static StateView of(Projects.Standing standing) {
    Workflow workflow = standing.workflow();
    Sidecar sidecar = standing.sidecar();
    Optional<Situation> here = Situation.of(workflow, sidecar);
    boolean complete = sidecar.status() == Status.COMPLETE;
    return new StateView(
        line(workflow, sidecar, here),
        sidecar.depth().key(),
        here.filter(_ -> !complete).map(AskView::all).orElse(List.of()),
        here.filter(Situation::underWay).map(MenuView::of).orElse(null),
        here.flatMap(GateView::of).orElse(null),
        here.map(WarningView::all).orElse(List.of()),
        here.map(FigureView::all).orElse(List.of()),
        ConditionView.all(workflow, sidecar),
        policies(workflow, sidecar),
        here.map(OpenPointsView::of).orElse(OpenPointsView.NONE),
        SidecarView.of(workflow, sidecar));
  }

  private static Map<String, PolicyView> policies(Workflow workflow, Sidecar sidecar) {
    Map<String, PolicyView> policies = new LinkedHashMap<>();
    for (Step step : workflow.steps()) {
      Gate gate = step.gate();
      if (gate != null) {
        policies.put(step.id(), PolicyView.of(sidecar, step, gate));
      }
    }
    return policies;
  }

  private static Line line(Workflow workflow, Sidecar sidecar, Optional<Situation> here) {
    return new Line(
        sidecar.id().value(),
        sidecar.name(),
        sidecar.status().key(),
        sidecar.workflow(),
        here.map(s -> s.step().id()).orElse(null),
        here.map(s -> s.step().title()).orElse(null),
        here.map(s -> s.step().phase()).orElse(null),
        here.map(s -> workflow.phase(s.step().phase()).title()).orElse(null),
        sidecar.nameOf(sidecar.team().owner()),
        here.flatMap(Situation::waitsFor).orElse(null),
        sidecar.number(),
        sidecar.created(),
        sidecar.updated());
  }

  /** A project in a list. */
  record Line(
      String id,
      String name,
      String status,
      WorkflowRef workflow,
      @Nullable String step,
      @Nullable String stepTitle,
      @Nullable Integer phase,
      @Nullable String phaseTitle,
      String owner,
      @Nullable String waitingFor,
      long number,
      Instant created,
      Instant updated) {

    static Line of(Projects.Line line) {
      return new Line(
          line.id().value(),
          line.name(),
          line.status().key(),
          line.workflow(),
          line.step(),
          line.stepTitle(),
          line.phase(),
          line.phaseTitle(),
          line.owner(),
          line.waitingFor(),
          line.number(),
          line.created(),
          line.updated());
    }
  }
}
