package dev.aiwf.core.scenario;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Input;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody does in a channel. */
public sealed interface Move {

  /**
   * Starts the project, or comes back to it by its name.
   *
   * @param project its name
   * @param repository the repository that is named with it, if one is
   */
  record Start(String project, @Nullable String repository) implements Move {}

  /** Types something. */
  record Say(String text) implements Move {}

  /**
   * Presses a button; if it opens a form, fills that in and sends it.
   *
   * @param button its letter, or how its label or its tick's text begins
   * @param on a step's id or words of the message it stood on, to press one that may have gone;
   *     none for one that stands
   * @param fill what is filled in; other fields keep what the form offers
   */
  record Press(String button, @Nullable String on, Map<String, Input> fill) implements Move {
    public Press {
      fill = kept(fill);
    }
  }

  /** Presses a button that opens a form, and leaves the form open. */
  record Open(String button, @Nullable String on) implements Move {}

  /** Sends the form that they left open. */
  record Fill(Map<String, Input> fill) implements Move {
    public Fill {
      fill = kept(fill);
    }
  }

  /** Answers several asks at once in the step's form; decisions with a reason by their buttons. */
  record Answer(Map<String, Input> answers) implements Move {
    public Answer {
      answers = kept(answers);
    }
  }

  /** Answers one ask after the other, in this order, as it is put. */
  record Each(Map<String, Input> answers) implements Move {
    public Each {
      answers = kept(answers);
    }
  }

  /** Takes what the answers so far speak for. */
  record Take() implements Move {}

  /**
   * Ticks items of the gate's checklist, one after the other.
   *
   * @param items how their texts begin; none for all that are not ticked
   */
  record Tick(List<String> items) implements Move {
    public Tick {
      items = List.copyOf(items);
    }
  }

  /** Answers anew what was answered before. */
  record Revise(Map<String, Input> answers) implements Move {
    public Revise {
      answers = kept(answers);
    }
  }

  /** Gives somebody a role. */
  record Give(String person, Role role) implements Move {}

  /** Stops the project. */
  record Stop() implements Move {}

  private static Map<String, Input> kept(Map<String, Input> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
