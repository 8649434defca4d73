package dev.aiwf.core.rules;

import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/** What the answers call for to be said. It follows from the answers, so nobody can forget it. */
public final class Warnings {

  private Warnings() {}

  /** The warnings that hold now, of the steps that the project has reached. */
  public static List<Warning> holding(Workflow workflow, Sidecar sidecar, Known known) {
    return workflow.steps().stream()
        .filter(step -> sidecar.reached(step.id()))
        .filter(step -> !sidecar.way().skipped().containsKey(step.id()))
        .map(Step::warnings)
        .flatMap(List::stream)
        .filter(warning -> known.holds(warning.when()))
        .toList();
  }

  /** How a risk will be met, unless what it arose from was answered otherwise since. */
  public static Optional<Remarks.Acknowledgement> met(
      Workflow workflow, Sidecar sidecar, Known known, Warning warning) {
    return Optional.ofNullable(sidecar.remarks().met().get(warning.id()))
        .filter(met ->
            warning.when().asks().stream()
                .flatMap(name -> workflow.asksBehind(name).stream())
                .flatMap(ask -> known.answer(ask).stream())
                .noneMatch(answer -> answer.at().isAfter(met.at())));
  }

  /** Of these, what still needs somebody: contradictions, and risks that nobody has met. */
  public static List<Warning> open(Workflow workflow, Sidecar sidecar, Known known) {
    return holding(workflow, sidecar, known).stream()
        .filter(warning ->
            switch (warning.kind()) {
              case CONTRADICTION -> true;
              case RISK -> met(workflow, sidecar, known, warning).isEmpty();
            })
        .toList();
  }
}
