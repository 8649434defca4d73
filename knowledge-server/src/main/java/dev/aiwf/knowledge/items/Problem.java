package dev.aiwf.knowledge.items;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that is wrong with a file of a knowledge base.
 *
 * @param file the file, below the folder that was read
 * @param line the line in it, beginning with 1
 * @param code what sort of problem it is
 * @param sentence what is wrong and what would be right
 */
public record Problem(String file, int line, Code code, String sentence)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::sentence);

  /** What sort of problem it is, for programs. */
  public enum Code {
    UNREADABLE,
    NOT_YAML,
    WRONG_NAME,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_VALUE,
    TOO_LONG,
    TOO_MANY,
    TOO_FEW,
    MARKUP,
    LINK,
    UNKNOWN_TOPIC,
    DUPLICATE_ID,
    DEAD_REFERENCE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "%s:%d: %s: %s".formatted(file, line, code, sentence);
  }
}
