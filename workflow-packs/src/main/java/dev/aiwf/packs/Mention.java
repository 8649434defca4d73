package dev.aiwf.packs;

import java.util.List;

/**
 * A place in a pack where an ask or a figure is named. It is held against them when all of them are
 * known.
 *
 * @param source the file
 * @param line where in it
 * @param name the name
 * @param reach where what is named must stand
 * @param test what is demanded of it
 */
record Mention(Source source, int line, String name, Reach reach, Test test) {

  void problem(String sentence) {
    source.problem(line, sentence);
  }

  /** Where something must stand so that it is known in time. */
  sealed interface Reach {

    /** In a step before this one. */
    record BeforeStep() implements Reach {}

    /** In this step or in one before. */
    record UpToStep() implements Reach {}

    /**
     * Before an ask, in its own step as well; of a figure, all that it is worked out from.
     *
     * @param ask the id of the ask
     */
    record BeforeAsk(String ask) implements Reach {}
  }

  /** What something must be for its name to make sense in a place. */
  sealed interface Test {

    /** Nothing more. */
    record None() implements Test {}

    /** It is an ask, and no figure. */
    record Asked() implements Test {}

    /** It is a decision. */
    record Decided() implements Test {}

    /** It is a figure. */
    record Worked() implements Test {}

    /** It can be answered with each of these. */
    record Values(List<Tree.Scalar> values) implements Test {
      public Values {
        values = List.copyOf(values);
      }
    }

    /** It is a number. */
    record Count() implements Test {}

    /** There is a number for it to be reckoned with. */
    record Amount() implements Test {}
  }
}
