package dev.aiwf.packs;

import dev.aiwf.core.workflow.AskType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds decisions that rest on themselves by way of others. */
final class Circles {

  private final Map<String, List<String>> restsOn = new LinkedHashMap<>();

  private Circles(List<StepFile> steps) {
    for (StepFile step : steps) {
      for (AskReader.Found found : step.asks()) {
        if (found.ask().type() instanceof AskType.Decision decision) {
          restsOn.put(found.ask().id(), decision.restsOn());
        }
      }
    }
  }

  static void check(List<StepFile> steps) {
    Circles circles = new Circles(steps);
    for (StepFile step : steps) {
      for (AskReader.Found found : step.asks()) {
        if (circles.reaches(found.ask().id(), found.ask().id(), new HashSet<>())) {
          step.source()
              .problem(
                  found.line(),
                  "\"%s\" rests on itself, by way of what it rests on."
                      .formatted(found.ask().id()));
        }
      }
    }
  }

  private boolean reaches(String from, String target, Set<String> seen) {
    for (String ground : restsOn.getOrDefault(from, List.of())) {
      if (ground.equals(target) || (seen.add(ground) && reaches(ground, target, seen))) {
        return true;
      }
    }
    return false;
  }
}
