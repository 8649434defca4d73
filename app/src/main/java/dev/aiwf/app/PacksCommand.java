package dev.aiwf.app;

import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.packs.Problem;
import dev.aiwf.packs.Scenarios;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after packs. */
@Command(
    name = "packs",
    description = "Looks after workflow packs.",
    subcommands = PacksCommand.Check.class)
final class PacksCommand {

  /** Reads packs and tells all that is wrong with them. */
  @Command(
      name = "check",
      description = "Reads the packs in a folder and tells all that is wrong with them.")
  static final class Check implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
        arity = "0..1",
        paramLabel = "DIR",
        description = "holds prompts/ and templates/; otherwise what AIWF_PACKS names")
    private @Nullable Path folder;

    @SuppressWarnings("NullAway") // picocli sets the spec before it runs the command
    Check() {}

    @Override
    public Integer call() throws Settings.Wrong {
      List<Path> roots = PacksOption.roots(folder, System.getenv());
      PacksRead read = Packs.read(roots);
      PrintWriter out = spec.commandLine().getOut();
      List<Problem> problems =
          Stream.concat(
                  read.problems().stream(),
                  roots.stream()
                      .flatMap(root ->
                          Stream.concat(
                              Scenarios.shipped(root).stream(), Scenarios.recorded(root).stream()))
                      .flatMap(scenario -> scenario.problems().stream()))
              .toList();
      problems.forEach(out::println);
      for (Workflow workflow : read.workflows()) {
        out.printf(
            "%s %s: %d steps, %d asks. Nothing is wrong with it.%n",
            workflow.ref().id(),
            workflow.ref().version(),
            workflow.steps().size(),
            workflow.steps().stream().mapToInt(step -> step.asks().size()).sum());
      }
      if (read.workflows().isEmpty() && problems.isEmpty()) {
        out.println("There is no pack in " + roots + ".");
      }
      out.flush();
      return problems.isEmpty() && !read.workflows().isEmpty() ? 0 : 1;
    }
  }
}
