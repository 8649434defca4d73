package dev.aiwf.app;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Spent;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.scenario.Mismatch;
import dev.aiwf.core.scenario.Performance;
import dev.aiwf.core.scenario.Rehearsal;
import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.core.scenario.Transcript;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.packs.ScenarioRead;
import dev.aiwf.packs.Scenarios;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays scenarios and tells where expectation and result part. */
@Command(
    name = "scenario",
    description = "Plays scenarios in memory and tells where expectation and result part.")
final class ScenarioCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "scenarios, as YAML")
  private List<Path> files = List.of();

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "holds prompts/ and templates/; otherwise what AIWF_PACKS names")
  private @Nullable Path folder;

  @Option(names = "--transcript", description = "prints the whole run, as Markdown")
  private boolean transcript;

  @SuppressWarnings("NullAway") // picocli sets the spec before it runs the command
  ScenarioCommand() {}

  @Override
  public Integer call() throws Settings.Wrong {
    List<Path> roots =
        folder == null
            ? Settings.from(System.getenv(), Main.properties()).packs()
            : List.of(folder);
    PacksRead packs = Packs.read(roots);
    PrintWriter out = spec.commandLine().getOut();
    boolean right = true;
    for (Path file : files) {
      right &= told(out, packs, Scenarios.read(file));
    }
    out.flush();
    return right ? 0 : 1;
  }

  private boolean told(PrintWriter out, PacksRead packs, ScenarioRead read) {
    read.problems().forEach(out::println);
    if (read.scenario().isEmpty()) {
      return false;
    }
    Scenario scenario = read.scenario().get();
    if (scenario.recording() != null) {
      out.printf("%s: A model talks in this one; `aiwf replay` plays it.%n", scenario.file());
      return false;
    }
    Optional<Workflow> workflow = workflow(packs, scenario);
    if (workflow.isEmpty()) {
      out.print(noWorkflow(scenario));
      return false;
    }
    Performance performance = Rehearsal.play(workflow.get(), scenario);
    if (transcript) {
      out.print(Transcript.of(performance));
    }
    out.print(report(performance));
    return performance.asExpected();
  }

  static String noWorkflow(Scenario scenario) {
    return "%s: There is no workflow \"%s\"%s, or something is wrong with it; `aiwf packs check` tells what.%n"
        .formatted(
            scenario.file(),
            scenario.workflow(),
            scenario.version() == null ? "" : " in version " + scenario.version());
  }

  /** The version that is named, or the newest. */
  static Optional<Workflow> workflow(PacksRead packs, Scenario scenario) {
    String version = scenario.version();
    return packs.workflows().stream()
        .filter(workflow -> workflow.ref().id().equals(scenario.workflow()))
        .filter(workflow -> version == null || workflow.ref().version().equals(version))
        .findFirst();
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
  static String report(Performance performance) {
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
