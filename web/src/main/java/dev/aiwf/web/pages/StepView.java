package dev.aiwf.web.pages;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;

/**
 * A step on the way.
 *
 * @param title what people call it
 * @param state how far it is
 */
public record StepView(String title, State state) {

  static List<StepView> all(Workflow workflow, Sidecar sidecar) {
    return workflow.steps().stream().map(step -> of(sidecar, step)).toList();
  }

  private static StepView of(Sidecar sidecar, Step step) {
    boolean here =
        sidecar.status() != Status.COMPLETE
            && sidecar.visit().filter(visit -> visit.step().equals(step.id())).isPresent();
    if (here) {
      return new StepView(step.title(), State.HERE);
    }
    if (sidecar.way().skipped().containsKey(step.id())) {
      return new StepView(step.title(), State.SKIPPED);
    }
    return new StepView(
        step.title(), sidecar.way().completed().contains(step.id()) ? State.DONE : State.TO_COME);
  }

  /** How far a step is. */
  public enum State {
    DONE("done"),
    HERE("here"),
    SKIPPED("skipped"),
    TO_COME("to come");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }

    /** As styles name it. */
    public String style() {
      return words.replace(' ', '-');
    }
  }
}
