package dev.aiwf.packs;

import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import java.util.ArrayList;
import java.util.List;

/**
 * Whoever wants to be quick is asked little, and no pack holds more than can be worked out one from
 * the other.
 */
final class SizeCheck {

  private static final int MOST_TO_DECISION = 12;
  private static final int MOST_QUICK = 35;
  private static final int MOST_ASKS = 500;
  private static final int MOST_FIGURES = 200;

  /** An ask with the file it stands in. */
  private record Put(Source source, AskReader.Found found) {

    boolean quick() {
      return found.ask().from() == Depth.QUICK;
    }

    boolean decides() {
      return found.ask().type() instanceof AskType.Decision;
    }

    void problem(String sentence) {
      source.problem(found.line(), sentence);
    }
  }

  private SizeCheck() {}

  /** Whether there are not so many that following one to the next would never end. */
  static boolean fits(List<StepFile> steps) {
    List<Put> asks = asks(steps);
    if (asks.size() > MOST_ASKS) {
      asks.get(MOST_ASKS)
          .problem("A pack has %d asks at most; this is one more.".formatted(MOST_ASKS));
    }
    int figures = 0;
    for (StepFile step : steps) {
      for (FigureReader.Found found : step.figures()) {
        figures++;
        if (figures == MOST_FIGURES + 1) {
          step.source()
              .problem(
                  found.line(),
                  "A pack has %d figures at most; this is one more.".formatted(MOST_FIGURES));
        }
      }
    }
    return asks.size() <= MOST_ASKS && figures <= MOST_FIGURES;
  }

  private static List<Put> asks(List<StepFile> steps) {
    List<Put> asks = new ArrayList<>();
    for (StepFile step : steps) {
      step.asks().forEach(found -> asks.add(new Put(step.source(), found)));
    }
    return asks;
  }

  /** The steps in the order of the script. */
  static void checkQuick(List<StepFile> steps) {
    List<Put> quick = asks(steps).stream().filter(Put::quick).toList();
    boolean lateDecision =
        quick.stream().anyMatch(Put::decides)
            && quick.stream().limit(MOST_TO_DECISION).noneMatch(Put::decides);
    if (lateDecision) {
      quick
          .get(MOST_TO_DECISION)
          .problem(
              "At quick depth the first decision is among the first %d asks; this is one more. Put"
                      .formatted(MOST_TO_DECISION)
                  + " one before it from standard on.");
    }
    if (quick.size() > MOST_QUICK) {
      quick
          .get(MOST_QUICK)
          .problem(
              "A pack has %d asks at quick depth at most; this is one more. Put it from standard on."
                  .formatted(MOST_QUICK));
    }
  }
}
