package dev.aiwf.core.project;

import dev.aiwf.core.people.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way a project has come.
 *
 * @param visits every arrival at a step, the last one being where it is
 * @param completed the steps that came to their end
 * @param skipped the steps that were passed by, with the reason
 */
public record Way(List<Visit> visits, List<String> completed, Map<String, String> skipped) {

  static final Way START = new Way(List.of(), List.of(), Map.of());

  public Way {
    visits = List.copyOf(visits);
    completed = List.copyOf(completed);
    skipped = Ordered.copy(skipped);
  }

  /** Where the project is; none before its repository was read. */
  public Optional<Visit> visit() {
    return visits.isEmpty() ? Optional.empty() : Optional.of(visits.getLast());
  }

  Way entered(String step, Instant at) {
    return new Way(
        Ordered.with(visits, new Visit(visits.size() + 1, step, at, 0, null, false, 0)),
        completed,
        Ordered.without(skipped, step));
  }

  Way shownAgain() {
    return withLast(visits.getLast().shownAgain());
  }

  Way answered(MenuAnswer answer) {
    return withLast(visits.getLast().left(answer));
  }

  Way leaving(boolean wanted) {
    return withLast(visits.getLast().leaving(wanted));
  }

  Way reminded(int count) {
    return withLast(visits.getLast().reminded(count));
  }

  Way completed(String step) {
    return new Way(visits, Ordered.withOnce(completed, step), skipped);
  }

  Way imported(List<String> steps) {
    return new Way(visits, steps, skipped);
  }

  Way skipped(String step, String reason) {
    return new Way(
        visits,
        completed.stream().filter(other -> !other.equals(step)).toList(),
        Ordered.with(skipped, step, reason));
  }

  Way reopened(List<String> steps) {
    return new Way(
        visits,
        completed.stream().filter(step -> !steps.contains(step)).toList(),
        Ordered.without(skipped, steps));
  }

  private Way withLast(Visit last) {
    List<Visit> changed = new ArrayList<>(visits);
    changed.set(changed.size() - 1, last);
    return new Way(changed, completed, skipped);
  }

  /**
   * An arrival at a step.
   *
   * @param number counts arrivals, beginning with 1
   * @param step which step
   * @param entered when
   * @param shown how often its menu was moved down because something was said in between
   * @param answered how it was left
   * @param leaving whether somebody wants to finish here, and is asked to confirm it
   * @param reminded how often somebody was reminded of its gate
   */
  public record Visit(
      int number,
      String step,
      Instant entered,
      int shown,
      @Nullable MenuAnswer answered,
      boolean leaving,
      int reminded) {

    /** The id of the menu that stands at the end of this visit. */
    public String menu() {
      return "m" + number;
    }

    Visit shownAgain() {
      return new Visit(number, step, entered, shown + 1, answered, leaving, reminded);
    }

    Visit left(MenuAnswer answer) {
      return new Visit(number, step, entered, shown, answer, leaving, reminded);
    }

    Visit leaving(boolean wanted) {
      return new Visit(number, step, entered, shown, answered, wanted, reminded);
    }

    Visit reminded(int count) {
      return new Visit(number, step, entered, shown, answered, leaving, count);
    }
  }

  /** Who pressed what, and when. */
  public record MenuAnswer(String choice, PersonId by, Instant at) {}
}
