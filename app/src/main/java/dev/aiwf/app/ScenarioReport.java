package dev.aiwf.app;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Spent;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.scenario.Mismatch;
import dev.aiwf.core.scenario.Performance;
import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.core.scenario.Transcript;

/** What whoever had scenarios played is told of each. */
final class ScenarioReport {

  private ScenarioReport() {}

  static String noWorkflow(Scenario scenario) {
    return "%s: There is no workflow \"%s\"%s, or something is wrong with it; `aiwf packs check` tells what.%n"
        .formatted(
            scenario.file(),
            scenario.workflow(),
            scenario.version() == null ? "" : " in version " + scenario.version());
  }

  /** What a model's part in it cost. */
  private static String cost(Performance performance) {
    Sidecar sidecar = performance.sidecar();
    Spent spent = sidecar == null ? Spent.NOTHING : sidecar.conversation().spent();
    return spent.tokens() == 0
        ? ""
        : ", %,d tokens%s"
            .formatted(
                spent.tokens(),
                spent.cost() == null
                    ? ""
                    : ", $" + spent.cost().stripTrailingZeros().toPlainString());
  }

  /** One line where all is well, and otherwise each place where it is not. */
  static String of(Performance performance) {
    Scenario scenario = performance.scenario();
    if (performance.asExpected()) {
      return "ok  %s: %s, %s%s\n"
          .formatted(
              scenario.file(),
              scenario.name(),
              Words.count(performance.interactions(), "interaction"),
              cost(performance));
    }
    StringBuilder report = new StringBuilder();
    for (Mismatch mismatch : performance.mismatches()) {
      report.append(
          "%s:%d: %s\n  expected  %s\n  instead   %s\n"
              .formatted(
                  scenario.file(),
                  mismatch.line(),
                  scenario.name(),
                  mismatch.expected(),
                  mismatch.instead()));
    }
    report.append("  what came before the first of these:\n\n");
    Transcript.of(performance.mismatches().getFirst().last())
        .lines()
        .forEach(line -> report.append(line.isEmpty() ? "" : "    " + line).append('\n'));
    return report.append('\n').toString();
  }
}
