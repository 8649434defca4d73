package dev.aiwf.packs;

import dev.aiwf.core.workflow.Workflow;
import java.util.List;

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
}
