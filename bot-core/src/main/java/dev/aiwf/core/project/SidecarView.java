package dev.aiwf.core.project;

import static dev.aiwf.core.project.Ordered.fields;

import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sidecar as people read it, in {@code sidecar.yaml} and in the API: ordered maps and lists of
 * strings, numbers and booleans, under the field names of the workflow's first version. Every field
 * is always there, so that nobody need tell what is missing from what is empty.
 */
public final class SidecarView {

  /** The decision that settles which architecture a project has. */
  private static final String ARCHITECTURE = "arch-001";

  private final Workflow workflow;
  private final Sidecar sidecar;

  private SidecarView(Workflow workflow, Sidecar sidecar) {
    this.workflow = workflow;
    this.sidecar = sidecar;
  }

  /** The same state gives the same map, in the same order. */
  public static Map<String, @Nullable Object> of(Workflow workflow, Sidecar sidecar) {
    return new SidecarView(workflow, sidecar).view();
  }

  /** A value as it is written in files and in the API. */
  public static Object plain(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Number(var number) -> number;
      case Value.Choice(var key) -> key;
      case Value.Items(var items) -> items;
      case Value.Table(var rows) -> rows;
      case Value.Decision(var choice, var rationale) ->
          fields("choice", choice, "rationale", rationale);
    };
  }

  private Map<String, @Nullable Object> view() {
    Step step = sidecar.visit().map(visit -> workflow.step(visit.step())).orElse(null);
    WhoDecided decided = new WhoDecided(workflow, sidecar);
    Known known = Known.of(workflow, sidecar.answers());
    return fields(
        "project_name", sidecar.name(),
        "created", date(sidecar.created()),
        "user_name", sidecar.nameOf(sidecar.team().initiator()),
        "workflow", workflow(),
        "depth", sidecar.depth().key(),
        "architecture", architecture(),
        "currentPhase", step == null ? null : step.phase(),
        "currentStep", step == null ? null : step.id(),
        "stepsCompleted", sidecar.way().completed(),
        "stepsSkipped", List.copyOf(sidecar.way().skipped().keySet()),
        "phases", phases(),
        "answers", answers(),
        "left_open", sidecar.answers().left(),
        "figures", figures(known),
        "decisions", decided.decisions(),
        "warnings_acknowledged", decided.acknowledged(),
        "knowledge", knowledge(),
        "quality_gate", decided.gate(),
        "stories", Map.of(),
        "outputs", outputs(),
        "roles", decided.roles(),
        "workflow_status", status(),
        "completed_date", sidecar.status() == Status.COMPLETE ? lastContinued() : null,
        "lastContinued", lastContinued());
  }

  /** By their ids, so that a later question can be told from an earlier one. */
  private Map<String, @Nullable Object> knowledge() {
    return fields(
        "found", List.copyOf(sidecar.findings().items().keySet()),
        "not_found",
            sidecar.findings().asked().stream()
                .filter(asked -> asked.found().isEmpty())
                .map(asked -> asked.consult().reference())
                .distinct()
                .toList());
  }

  private Map<String, @Nullable Object> workflow() {
    return fields(
        "id", sidecar.workflow().id(),
        "version", sidecar.workflow().version(),
        "hash", sidecar.workflow().hash());
  }

  private @Nullable String architecture() {
    return workflow.steps().stream()
        .flatMap(step -> step.asks().stream())
        .filter(ask ->
            ask.type() instanceof AskType.Decision decision
                && decision.number().equals(ARCHITECTURE))
        .flatMap(ask -> sidecar.answers().to(ask.id()).stream())
        .map(answer -> answer.value().text())
        .findFirst()
        .orElse(null);
  }

  private Map<String, @Nullable Object> phases() {
    Map<String, @Nullable Object> phases = new LinkedHashMap<>();
    for (Phase phase : workflow.phases()) {
      Map<String, @Nullable Object> steps = new LinkedHashMap<>();
      for (Step step : workflow.steps()) {
        if (step.phase() == phase.number()) {
          steps.put(step.id(), stateOf(step));
        }
      }
      phases.put("phase-" + phase.number(), fields("title", phase.title(), "steps", steps));
    }
    return phases;
  }

  private String stateOf(Step step) {
    if (sidecar.way().skipped().containsKey(step.id())) {
      return "skipped";
    }
    if (sidecar.way().completed().contains(step.id())) {
      return "completed";
    }
    return sidecar.visit().filter(visit -> visit.step().equals(step.id())).isPresent()
        ? "in_progress"
        : "to_come";
  }

  /** Decisions stand apart: they are not to be changed where answers may be. */
  private Map<String, @Nullable Object> answers() {
    Map<String, @Nullable Object> answers = new LinkedHashMap<>();
    sidecar
        .answers()
        .given()
        .forEach((ask, answer) -> {
          if (!(answer.value() instanceof Value.Decision)) {
            answers.put(ask, plain(answer.value()));
          }
        });
    return answers;
  }

  private Map<String, @Nullable Object> figures(Known known) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    for (Step step : workflow.steps()) {
      if (sidecar.reached(step.id())) {
        step.figures()
            .forEach(figure ->
                known.worked(figure).ifPresent(worked -> figures.put(figure.id(), worked.value())));
      }
    }
    return figures;
  }

  private Map<String, @Nullable Object> outputs() {
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    for (Repository.Commit commit : sidecar.repository().commits()) {
      commit.files().forEach(file -> outputs.put(file, commit.sha()));
    }
    return outputs;
  }

  /** A stopped project stands still as a blocked one does; readers of the file know three words. */
  private String status() {
    return switch (sidecar.status()) {
      case OPENING, IN_PROGRESS -> "in_progress";
      case BLOCKED, STOPPED -> "blocked";
      case COMPLETE -> "complete";
    };
  }

  private @Nullable String lastContinued() {
    return sidecar.way().visits().stream()
        .flatMap(visit -> Stream.ofNullable(visit.answered()))
        .map(answer -> date(answer.at()))
        .reduce((_, later) -> later)
        .orElse(null);
  }

  static String date(Instant at) {
    return at.toString();
  }
}
