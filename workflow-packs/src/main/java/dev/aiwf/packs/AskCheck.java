package dev.aiwf.packs;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each decision has its own number, and no step wants too many answers. */
final class AskCheck {

  private static final int MOST_REQUIRED = 7;

  private AskCheck() {}

  static void check(List<StepFile> steps) {
    Set<String> numbers = new HashSet<>();
    for (StepFile step : steps) {
      for (AskReader.Found found : step.asks()) {
        if (found.ask().type() instanceof AskType.Decision decision
            && !decision.number().isEmpty()
            && !numbers.add(decision.number())) {
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
    return ask.required() && ask.at(Depth.STANDARD);
  }
}
