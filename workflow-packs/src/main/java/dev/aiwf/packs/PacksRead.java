package dev.aiwf.packs;

import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * What was found.
 *
 * @param workflows the packs that nothing is wrong with, by id and then the newest version first
 * @param problems all that is wrong with the others, by file and line
 */
public record PacksRead(List<Workflow> workflows, List<Problem> problems) {
  public PacksRead {
    workflows = List.copyOf(workflows);
    problems = List.copyOf(problems);
  }

  /** The workflow that a scenario runs: in the version that it names, or the newest. */
  public Optional<Workflow> of(Scenario scenario) {
    String version = scenario.version();
    return workflows.stream()
        .filter(workflow -> workflow.ref().id().equals(scenario.workflow()))
        .filter(workflow -> version == null || workflow.ref().version().equals(version))
        .findFirst();
  }
}
