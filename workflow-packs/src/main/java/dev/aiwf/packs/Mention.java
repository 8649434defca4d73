package dev.aiwf.packs;

import java.util.List;

/**
 * A place in a step's file where another ask is named. It is held against the asks when all of them
 * are known.
 *
 * @param source the file
 * @param line where in it
 * @param ask the name
 * @param reach where the ask must stand
 * @param test what is demanded of it
 */
record Mention(Source source, int line, String ask, Reach reach, Test test) {

  /** Where an ask must stand so that it is answered in time. */
  enum Reach {
    /** In a step before this one. */
    BEFORE,
    /** In this step or in one before. */
    UP_TO_HERE
  }

  /** What an ask must be for a condition on it to make sense. */
  sealed interface Test {

    /** Nothing more. */
    record None() implements Test {}

    /** It can be answered with each of these. */
    record Values(List<Tree.Scalar> values) implements Test {
      public Values {
        values = List.copyOf(values);
      }
    }

    /** It is a number. */
    record Count() implements Test {}
  }
}
