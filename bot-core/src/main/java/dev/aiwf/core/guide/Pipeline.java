package dev.aiwf.core.guide;

import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a project as a picture shows them.
 *
 * @param phases in the order of the way
 */
public record Pipeline(List<Stretch> phases) {

  public Pipeline {
    phases = List.copyOf(phases);
  }

  /** The phases of a project as it stands. */
  public static Pipeline of(Workflow workflow, Sidecar sidecar) {
    Known known = Known.of(workflow, sidecar.answers());
    return new Pipeline(
        workflow.phases().stream().map(phase -> stretch(workflow, sidecar, known, phase)).toList());
  }

  private static Stretch stretch(Workflow workflow, Sidecar sidecar, Known known, Phase phase) {
    List<Step> steps =
        workflow.steps().stream()
            .filter(step -> step.phase() == phase.number() && !step.passing())
            .toList();
    State state = state(sidecar, known, steps);
    return new Stretch(
        phase.number(),
        phase.title(),
        state,
        words(workflow, sidecar, state),
        gate(sidecar, steps));
  }

  private static State state(Sidecar sidecar, Known known, List<Step> steps) {
    boolean here =
        sidecar.status() != Status.COMPLETE
            && sidecar.visit().stream()
                .anyMatch(visit -> steps.stream().anyMatch(s -> s.id().equals(visit.step())));
    if (here) {
      return State.HERE;
    }
    if (steps.stream()
        .flatMap(step -> step.asks().stream())
        .flatMap(ask -> known.answer(ask.id()).stream())
        .anyMatch(Answers.Answer::stale)) {
      return State.STALE;
    }
    if (!steps.isEmpty() && sidecar.way().skipped().keySet().containsAll(ids(steps))) {
      return State.SKIPPED;
    }
    boolean past =
        steps.stream()
            .map(Step::id)
            .allMatch(id ->
                sidecar.way().completed().contains(id) || sidecar.way().skipped().containsKey(id));
    return past && !steps.isEmpty() ? State.DONE : State.TO_COME;
  }

  private static List<String> ids(List<Step> steps) {
    return steps.stream().map(Step::id).toList();
  }

  private static String words(Workflow workflow, Sidecar sidecar, State state) {
    return switch (state) {
      case DONE -> "done";
      case SKIPPED -> "skipped";
      case STALE -> "to be confirmed";
      case TO_COME -> "to come";
      case HERE -> here(workflow, sidecar);
    };
  }

  private static String here(Workflow workflow, Sidecar sidecar) {
    Optional<Situation> here = Situation.of(workflow, sidecar).filter(Situation::underWay);
    int open = here.map(situation -> situation.open().size()).orElse(0);
    return open > 0
        ? Words.count(open, "question") + " open"
        : here.flatMap(Situation::waitsFor)
            .map("waits for "::concat)
            .orElseGet(() -> Words.status(sidecar.status()));
  }

  private static @Nullable Gate gate(Sidecar sidecar, List<Step> steps) {
    for (Step step : steps) {
      if (step.gate() != null) {
        GateState state = sidecar.gate(step.id());
        return new Gate(
            step.gate().title(),
            state.verdict(),
            sidecar.visit().filter(visit -> visit.step().equals(step.id())).isPresent());
      }
    }
    return null;
  }

  /**
   * A phase.
   *
   * @param number its place, beginning with 0
   * @param title what people call it
   * @param state how far it is
   * @param words the same in a word or two
   * @param gate what stands at its end; none if nothing has to be signed there
   */
  public record Stretch(int number, String title, State state, String words, @Nullable Gate gate) {}

  /**
   * A gate.
   *
   * @param title what people call it
   * @param verdict what came of it; none while it is not decided
   * @param here whether the project stands before it
   */
  public record Gate(String title, @Nullable Verdict verdict, boolean here) {

    /** How it is, in a word or two. */
    public String words() {
      return verdict != null ? verdict.label() : here ? "open" : "to come";
    }
  }

  /** How far a phase is. */
  public enum State {
    DONE("done"),
    HERE("here"),
    STALE("stale"),
    SKIPPED("skipped"),
    TO_COME("to-come");

    private final String key;

    State(String key) {
      this.key = key;
    }

    /** As styles name it. */
    public String key() {
      return key;
    }
  }
}
