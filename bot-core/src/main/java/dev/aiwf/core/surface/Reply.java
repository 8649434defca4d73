package dev.aiwf.core.surface;

import dev.aiwf.core.chat.Content;
import java.util.List;

/**
 * A private answer.
 *
 * @param content what it says
 * @param choices what can be pressed below it; these are aiwf's own, which no project knows of
 */
public record Reply(Content content, List<Choice> choices) {

  public Reply {
    choices = List.copyOf(choices);
  }

  /** An answer with nothing to press. */
  public static Reply of(Content content) {
    return new Reply(content, List.of());
  }

  /** An answer of one sentence. */
  public static Reply of(String sentence) {
    return of(Content.of(sentence));
  }

  /**
   * Something to press.
   *
   * @param label what stands on it
   * @param what what it asks for, in a form that {@link OwnButton} reads
   */
  public record Choice(String label, String what) {}
}
