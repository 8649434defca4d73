package dev.aiwf.packs;

import dev.aiwf.core.workflow.AskType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What speaks for a decision is what it rests on: else it would stay fresh while the reason for it
 * is gone.
 */
final class GroundsCheck {

  private GroundsCheck() {}

  static void check(List<StepFile> steps, Register register) {
    for (StepFile step : steps) {
      for (AskReader.Found found : step.asks()) {
        if (found.ask().type() instanceof AskType.Decision decision
            // What is missing beside a misspelt name is most likely what was meant by it.
            && decision.restsOn().stream().allMatch(ground -> register.find(ground).isPresent())) {
          Set<String> said = new HashSet<>();
          for (Mention mention : found.looksAt()) {
            register.asksBehind(mention.name()).stream()
                .filter(ask -> !decision.restsOn().contains(ask) && said.add(ask))
                .forEach(ask -> missing(mention, ask));
          }
        }
      }
    }
  }

  private static void missing(Mention mention, String ask) {
    mention.problem(
        mention.name().equals(ask)
            ? "This looks at \"%s\", which is missing in \"rests_on\".".formatted(ask)
            : "This looks at \"%s\" by way of \"%s\", and it is missing in \"rests_on\"."
                .formatted(ask, mention.name()));
  }
}
