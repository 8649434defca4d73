package dev.aiwf.core.workflow;

import java.util.List;
import java.util.Optional;

/**
 * The script of a run.
 *
 * @param ref which version of which workflow this is
 * @param title what people call it
 * @param phases the stretches of the way, in order
 * @param steps the stops, in order
 */
public record Workflow(WorkflowRef ref, String title, List<Phase> phases, List<Step> steps) {

  public Workflow {
    phases = List.copyOf(phases);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a workflow needs a step");
    }
  }

  /** Where a run begins. */
  public Step first() {
    return steps.getFirst();
  }

  /** The step of that id. */
  public Step step(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("no step " + id + " in " + ref.id()));
  }

  /** The step of that id, if there is one. */
  public Optional<Step> find(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** The step that stands next in the script, whether or not a run may skip it. */
  public Optional<Step> after(Step step) {
    int next = steps.indexOf(step) + 1;
    return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
  }

  /** Whether the first step stands before the second in the script. */
  public boolean before(String first, String second) {
    return steps.indexOf(step(first)) < steps.indexOf(step(second));
  }

  /** The phase of that number. */
  public Phase phase(int number) {
    return phases.stream()
        .filter(phase -> phase.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no phase " + number));
  }

  /** The ask of that id, in whichever step it stands. */
  public Optional<Ask> ask(String id) {
    return steps.stream()
        .flatMap(step -> step.asks().stream())
        .filter(ask -> ask.id().equals(id))
        .findFirst();
  }

  /** The step that puts the ask of that id. */
  public Optional<Step> stepOf(String ask) {
    return steps.stream()
        .filter(step -> step.asks().stream().anyMatch(a -> a.id().equals(ask)))
        .findFirst();
  }
}
