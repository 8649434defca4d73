package dev.aiwf.app;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private PacksOption where = new PacksOption();

  @Option(names = "--transcript", description = "prints the whole run, as Markdown")
  private boolean transcript;

  @SuppressWarnings("NullAway") // picocli sets the spec before it runs the command
  ScenarioCommand() {}

  @Override
  public Integer call() throws Settings.Wrong {
    PacksRead packs = Packs.read(where.roots());
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
    Optional<Workflow> workflow = packs.of(scenario);
    if (workflow.isEmpty()) {
      out.print(ScenarioReport.noWorkflow(scenario));
      return false;
    }
    Performance performance = Rehearsal.play(workflow.get(), scenario);
    if (transcript) {
      out.print(Transcript.of(performance));
    }
    out.print(ScenarioReport.of(performance));
    return performance.asExpected();
  }
}
