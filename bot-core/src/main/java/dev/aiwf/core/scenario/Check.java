package dev.aiwf.core.scenario;

import dev.aiwf.core.project.Input;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One thing that must be so. */
public sealed interface Check {

  /** The line it stands on. */
  int line();

  /** These words were said, in this order, since it was last looked. */
  record Says(int line, List<String> words) implements Check {
    public Says {
      words = List.copyOf(words);
    }
  }

  /** None of these words were said since it was last looked. */
  record SaysNot(int line, List<String> words) implements Check {
    public SaysNot {
      words = List.copyOf(words);
    }
  }

  /** What was last done was not taken, and these words say why. */
  record Refused(int line, String words) implements Check {}

  /** It is this. */
  record Is(int line, Word what, String word) implements Check {}

  /** These are among them, or are all of them, or are not among them. */
  record Has(int line, Names what, How how, List<String> names) implements Check {
    public Has {
      names = List.copyOf(names);
    }
  }

  /** There are so many of them. */
  record Size(int line, Names what, Bound bound, int count) implements Check {}

  /** So many were needed. */
  record Counts(int line, Count what, Bound bound, int count) implements Check {}

  /**
   * What is called that has this value.
   *
   * @param value the value; none if it has none
   */
  record Value(int line, Named what, String name, @Nullable Input value) implements Check {}

  /** What is a single word. */
  enum Word implements Keyed {
    STEP,
    STATUS,
    DEPTH,
    GATE,
    SELF_APPROVED,
    COST
  }

  /** What is a list of names. */
  enum Names implements Keyed {
    OPEN,
    ANSWERED,
    STALE,
    COMPLETED,
    SKIPPED,
    OFFERS,
    WARNINGS,
    FILES,
    FINDINGS,
    TOOLS,
    REFUSED_TOOLS
  }

  /** What is a number. */
  enum Count implements Keyed {
    INTERACTIONS,
    FACTS,
    TOKENS
  }

  /** What has values by name. */
  enum Named implements Keyed {
    ANSWERS,
    DECISIONS,
    FIGURES
  }

  /** How a list is held against another. */
  enum How implements Keyed {
    AMONG,
    EXACTLY,
    WITHOUT
  }

  /** How a number is held against another. */
  enum Bound implements Keyed {
    EXACTLY,
    AT_MOST,
    AT_LEAST;

    boolean holds(int actual, int count) {
      return switch (this) {
        case EXACTLY -> actual == count;
        case AT_MOST -> actual <= count;
        case AT_LEAST -> actual >= count;
      };
    }
  }

  /** What is written as a word in a scenario. */
  interface Keyed {
    /** The name of the constant. */
    String name();

    /** How it is written. */
    default String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
