package dev.aiwf.packs;

import java.util.Comparator;

/**
 * Something that is wrong with a pack.
 *
 * @param file the file, below the root it was found under
 * @param line the line in it, beginning with 1
 * @param sentence what is wrong and how it can be put right
 */
public record Problem(String file, int line, String sentence) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::sentence);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + sentence;
  }
}
