package dev.aiwf.packs;

import dev.aiwf.core.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario's file holds.
 *
 * @param scenario the scenario; none if anything is wrong with it
 * @param problems all that is wrong, by line
 */
public record ScenarioRead(Optional<Scenario> scenario, List<Problem> problems) {
  public ScenarioRead {
    problems = List.copyOf(problems);
  }
}
