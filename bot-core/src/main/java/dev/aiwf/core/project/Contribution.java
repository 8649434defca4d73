package dev.aiwf.core.project;

import dev.aiwf.core.people.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the architect brings in beside its words, as it asked for it with a tool. It is checked as
 * it is called and once more when it is taken; a person says what becomes of all but answers, and
 * can undo these.
 */
public sealed interface Contribution {

  /** Answers that people gave in their own words. */
  record Heard(List<Reading> answers) implements Contribution {
    public Heard {
      answers = List.copyOf(answers);
    }
  }

  /**
   * One such answer.
   *
   * @param message the key of the message it rests on
   * @param by who wrote that
   * @param quote the words of it that say so
   */
  record Reading(String ask, Input value, String message, PersonId by, @Nullable String quote) {}

  /** A decision as it would take it. */
  record Advises(Advice advice) implements Contribution {}

  /** Prose that somebody may keep. */
  record Drafts(Prose prose) implements Contribution {}

  /**
   * A warning.
   *
   * @param finding the id of what it rests on; none where it is the model's own view
   */
  record Warns(String text, @Nullable String finding) implements Contribution {}

  /** Something to be looked at. */
  record Shows(Fact.Topic topic, @Nullable String of) implements Contribution {}
}
