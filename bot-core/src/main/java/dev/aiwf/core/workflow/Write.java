package dev.aiwf.core.workflow;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that a step brings up to date.
 *
 * @param template the template's path in the pack
 * @param to the file's path in the project's folder
 * @param text the template itself
 * @param asks the asks whose answers stand in it: it goes stale with these and with nothing else
 * @param from the least depth at which it is written
 * @param when what must hold of the answers for it to be written; none if it always is
 * @param blank whether it is written with its placeholders, to be filled in by hand
 * @param lines how many lines it has at most; none if it may be as long as it gets
 */
public record Write(
    String template,
    String to,
    String text,
    Set<String> asks,
    @Nullable Depth from,
    @Nullable Condition when,
    boolean blank,
    @Nullable Integer lines) {
  public Write {
    asks = Set.copyOf(asks);
  }

  /** A file that is filled in and may be as long as it gets. */
  public Write(
      String template,
      String to,
      String text,
      Set<String> asks,
      @Nullable Depth from,
      @Nullable Condition when) {
    this(template, to, text, asks, from, when, false, null);
  }

  /** A file that is always written. */
  public Write(String template, String to, String text, Set<String> asks) {
    this(template, to, text, asks, null, null);
  }

  /** Whether a project of this depth writes it at all. */
  public boolean at(Depth depth) {
    return from == null || from.compareTo(depth) <= 0;
  }
}
