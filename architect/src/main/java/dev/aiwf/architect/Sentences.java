package dev.aiwf.architect;

import java.util.List;
import java.util.stream.Collectors;

/** What people are told where no model answered. */
final class Sentences {

  private Sentences() {}

  /** A model, and what was the matter with it. */
  record Failed(String model, Fault fault) {}

  static String of(List<Failed> all) {
    String happened =
        all.stream()
            .map(each -> each.model() + " " + each.fault().kind().happened())
            .collect(Collectors.joining(", and "));
    return happened + ". The questions go on, and nothing is lost." + cure(all);
  }

  private static String cure(List<Failed> all) {
    if (all.stream().anyMatch(each -> each.fault().kind().cure() == Fault.Cure.OPERATOR)) {
      return " Whoever runs this bot has to look at it: aiwf doctor says more.";
    }
    return all.stream().allMatch(each -> each.fault().kind().cure() == Fault.Cure.TIME)
        ? " It is asked again with the next message."
        : " Other words may do.";
  }
}
