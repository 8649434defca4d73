package dev.aiwf.core.workflow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The script of a run.
 *
 * @param ref which version of which workflow this is
 * @param title what people call it
 * @param phases the stretches of the way, in order
 * @param steps the stops, in order
 * @param agents the voices that lead through them
 * @param methods ways of looking at a decision once more
 * @param resume the stop that a run makes when it is taken up again; none if it just goes on
 */
public record Workflow(
    WorkflowRef ref,
    String title,
    List<Phase> phases,
    List<Step> steps,
    List<Agent> agents,
    List<Method> methods,
    @Nullable Step resume) {

  public Workflow {
    phases = List.copyOf(phases);
    steps = List.copyOf(steps);
    agents = List.copyOf(agents);
    methods = List.copyOf(methods);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a workflow needs a step");
    }
  }

  /** A workflow of steps alone. */
  public Workflow(WorkflowRef ref, String title, List<Phase> phases, List<Step> steps) {
    this(ref, title, phases, steps, List.of(), List.of(), null);
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
    return Stream.concat(steps.stream(), Stream.ofNullable(resume))
        .filter(step -> step.id().equals(id))
        .findFirst();
  }

  /** Every figure, in the order in which they are worked out. */
  public List<Figure> figures() {
    return steps.stream().flatMap(step -> step.figures().stream()).toList();
  }

  /** The figure of that id. */
  public Optional<Figure> figure(String id) {
    return figures().stream().filter(figure -> figure.id().equals(id)).findFirst();
  }

  /** Every section that may hold prose, in the order of the steps. */
  public List<Section> sections() {
    return steps.stream().flatMap(step -> step.sections().stream()).toList();
  }

  /** Every warning, in the order of the steps. */
  public List<Warning> warnings() {
    return steps.stream().flatMap(step -> step.warnings().stream()).toList();
  }

  /** The asks behind a name: itself, or those that a figure is worked out from. */
  public Set<String> asksBehind(String name) {
    Set<String> seen = new LinkedHashSet<>();
    collect(name, seen);
    seen.removeIf(one -> figure(one).isPresent());
    return seen;
  }

  private void collect(String name, Set<String> seen) {
    // Each name once: figures that share others would be followed by every way that leads to them.
    if (seen.add(name)) {
      figure(name)
          .ifPresent(figure -> figure.formula().names().forEach(inner -> collect(inner, seen)));
    }
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
