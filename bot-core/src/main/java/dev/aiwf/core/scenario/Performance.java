package dev.aiwf.core.scenario;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a scenario.
 *
 * @param scenario the scenario
 * @param happenings what was said and done, in order
 * @param taken what people asked for, in order
 * @param facts what happened in the project
 * @param sidecar the state at the end; none if it never began
 * @param interactions how often somebody typed, pressed or sent something
 * @param mismatches where expectation and result part
 */
public record Performance(
    Scenario scenario,
    List<Happening> happenings,
    List<Taken> taken,
    List<Entry> facts,
    @Nullable Sidecar sidecar,
    int interactions,
    List<Mismatch> mismatches) {

  public Performance {
    happenings = List.copyOf(happenings);
    taken = List.copyOf(taken);
    facts = List.copyOf(facts);
    mismatches = List.copyOf(mismatches);
  }

  /**
   * What somebody asked for.
   *
   * @param number the number of the last fact once all that follows from it had happened
   */
  public record Taken(Sender.Human by, Action.ByPerson action, long number) {}

  /** Whether everything came as it was expected. */
  public boolean asExpected() {
    return mismatches.isEmpty();
  }
}
