package dev.aiwf.core.workflow;

import java.util.List;

/**
 * A stretch of the way.
 *
 * @param number its place, beginning with 0
 * @param title what people call it
 * @param entry what should be there before it begins
 * @param exit how one knows that it is done
 */
public record Phase(int number, String title, List<String> entry, List<String> exit) {

  public Phase {
    entry = List.copyOf(entry);
    exit = List.copyOf(exit);
  }

  /** A phase of which nothing more is said. */
  public Phase(int number, String title) {
    this(number, title, List.of(), List.of());
  }
}
