package dev.aiwf.packs;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds all asks of a pack against each other: each has its own name, and no step wants too many.
 */
final class AskCheck {

  private static final int MOST_REQUIRED = 7;

  private AskCheck() {}

  static void check(List<StepFile> steps) {
    Map<String, String> seen = new HashMap<>();
    Map<String, String> numbers = new HashMap<>();
    for (StepFile step : steps) {
      for (AskReader.Found found : step.asks()) {
        String id = found.ask().id();
        String first = id.isEmpty() ? null : seen.putIfAbsent(id, step.source().name());
        if (first != null) {
          step.source()
              .problem(found.line(), "There is an ask \"%s\" already, in %s.".formatted(id, first));
        }
        if (found.ask().type() instanceof AskType.Decision decision
            && !decision.number().isEmpty()
            && numbers.putIfAbsent(decision.number(), id) != null) {
          step.source()
              .problem(
                  found.line(), "There is a decision %s already.".formatted(decision.number()));
        }
      }
      checkRequired(step);
    }
  }

  private static void checkRequired(StepFile step) {
    List<AskReader.Found> required =
        step.asks().stream().filter(found -> isRequiredAtStandard(found.ask())).toList();
    if (required.size() > MOST_REQUIRED) {
      step.source()
          .problem(
              required.get(MOST_REQUIRED).line(),
              "A step requires %d answers at standard depth at most; this is one more. Make it"
                      .formatted(MOST_REQUIRED)
                  + " optional, or ask it from thorough on.");
    }
  }

  private static boolean isRequiredAtStandard(Ask ask) {
    return ask.required() && ask.from().compareTo(Depth.STANDARD) <= 0;
  }
}
