package dev.aiwf.app;

import dev.aiwf.knowledge.Lint;
import dev.aiwf.knowledge.items.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the knowledge base. */
@Command(
    name = "knowledge",
    description = "Serves the knowledge base, checks a server, and checks a team's own items.",
    subcommands = {KnowledgeServe.class, KnowledgeCheck.class, KnowledgeCommand.LintFiles.class})
final class KnowledgeCommand {

  /** Tells what is wrong with items. */
  @Command(
      name = "lint",
      description = "Reads items and sources and tells all that is wrong with them.")
  static final class LintFiles implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
        arity = "1..*",
        paramLabel = "FILE",
        description = "an item or a source in a folder of its kind, or a folder that holds them")
    private List<Path> files = List.of();

    @SuppressWarnings("NullAway") // picocli sets the spec before it runs the command
    LintFiles() {}

    @Override
    public Integer call() {
      List<Problem> problems = new Lint(bundled()).of(files);
      PrintWriter out = spec.commandLine().getOut();
      problems.forEach(out::println);
      if (problems.isEmpty()) {
        out.println("Nothing is wrong.");
      }
      out.flush();
      return problems.isEmpty() ? 0 : 1;
    }
  }

  /** The folder that comes with the product. */
  static Path bundled() {
    return Path.of(System.getProperty("aiwf.home", "."), "knowledge");
  }
}
