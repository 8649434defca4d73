package dev.aiwf.app;

import dev.aiwf.architect.Recorded;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.scenario.Cast;
import dev.aiwf.core.scenario.Performance;
import dev.aiwf.core.scenario.Recording;
import dev.aiwf.core.scenario.Rehearsal;
import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.core.scenario.Transcript;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.packs.ScenarioRead;
import dev.aiwf.packs.Scenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays what people and a model said to each other, without the model. */
@Command(
    name = "replay",
    description = "Plays recorded conversations without a network and tells what comes otherwise.")
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "conversations, as YAML")
  private List<Path> files = List.of();

  @Mixin private PacksOption where = new PacksOption();

  @Option(
      names = "--quiet",
      description = "prints one line for each that comes as it was, and no transcript")
  private boolean quiet;

  @Option(
      names = "--write",
      description = "keeps the transcript beside the file, to be compared from now on")
  private boolean write;

  @SuppressWarnings("NullAway") // picocli sets the spec before it runs the command
  ReplayCommand() {}

  @Override
  public Integer call() throws Settings.Wrong, InterruptedException {
    PacksRead packs = Packs.read(where.roots());
    PrintWriter out = spec.commandLine().getOut();
    boolean right = true;
    try (BundledKnowledge knowledge = BundledKnowledge.open(KnowledgeCommand.bundled())) {
      for (Path file : files) {
        right &= told(out, packs, file, knowledge.asked());
      }
    }
    out.flush();
    return right ? 0 : 1;
  }

  private boolean told(PrintWriter out, PacksRead packs, Path file, Knowledge knowledge)
      throws InterruptedException {
    ScenarioRead read = Scenarios.read(file);
    read.problems().forEach(out::println);
    Optional<Scenario> scenario = read.scenario();
    if (scenario.isEmpty()) {
      return false;
    }
    Optional<Workflow> workflow = packs.of(scenario.get());
    if (workflow.isEmpty()) {
      out.print(ScenarioReport.noWorkflow(scenario.get()));
      return false;
    }
    Performance performance = play(workflow.get(), scenario.get(), knowledge);
    String transcript = Transcript.of(performance);
    if (!quiet) {
      out.print(transcript);
    }
    Optional<String> differs = compared(file, transcript);
    differs.ifPresent(out::print);
    out.print(ScenarioReport.of(performance));
    return performance.asExpected() && differs.isEmpty();
  }

  /** What comes of a conversation. */
  static Performance play(Workflow workflow, Scenario scenario, Knowledge knowledge)
      throws InterruptedException {
    Recording recording = scenario.recording();
    return recording == null
        ? Rehearsal.play(workflow, scenario)
        : Rehearsal.play(
            workflow,
            scenario,
            new Cast(
                recording.model(),
                Recorded.of(recording, InstantSource.system(), new SecureRandom()),
                Optional.of(knowledge)));
  }

  /** Where the transcript parts from the one that is kept beside the file, if one is. */
  private Optional<String> compared(Path file, String transcript) {
    Path kept = kept(file);
    try {
      if (write) {
        Files.writeString(kept, transcript);
      }
      return Files.exists(kept)
          ? Parting.of(kept.toString(), Files.readString(kept), transcript)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a conversation's transcript is kept. */
  static Path kept(Path file) {
    return file.resolveSibling(
        String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "") + ".md");
  }
}
