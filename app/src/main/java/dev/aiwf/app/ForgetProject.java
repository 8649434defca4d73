package dev.aiwf.app;

import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.ProjectId;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a project forgotten. */
@Command(
    name = "project",
    description = {
      "Takes a project away with all that was said and decided in it, and its own repository.",
      "A linked repository is left alone. The project's id may then be used anew."
    },
    mixinStandardHelpOptions = true)
final class ForgetProject implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "the project's id, as `aiwf projects` lists it")
  private String id;

  @Option(names = "--keep-repository", description = "leaves the project's own repository")
  private boolean keepRepository;

  @Option(names = "--yes", description = "does not ask")
  private boolean yes;

  @SuppressWarnings("NullAway") // picocli sets these before it runs the command
  ForgetProject() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ProjectId project = new ProjectId(id);
    Optional<Forgetting.Extent> extent;
    try (Operator operator = Operator.here()) {
      extent = operator.forgetting().of(project);
    }
    if (extent.isEmpty()) {
      return none(out);
    }
    tell(out, extent.get());
    if (!yes && !Confirmation.given(out)) {
      return 1;
    }
    // The folder is not kept from others while somebody thinks.
    try (Operator operator = Operator.here()) {
      if (operator.forgetting().forget(project, keepRepository).isEmpty()) {
        return none(out);
      }
    } catch (NotNow | NotEver e) {
      throw new Failures.Trouble(e.getMessage() + " Nothing was forgotten.");
    }
    out.println(project + " is forgotten.");
    out.flush();
    return 0;
  }

  private int none(PrintWriter out) {
    out.printf("There is no project \"%s\". `aiwf projects` lists them.%n", id);
    out.flush();
    return 1;
  }

  private void tell(PrintWriter out, Forgetting.Extent extent) {
    out.printf(
        "%s (%s): %,d facts, %,d messages and %,d effects will be deleted.%n",
        extent.name(), extent.project(), extent.facts(), extent.messages(), extent.effects());
    out.println(repository(extent));
    out.println(
        "What can't be taken back from here: what stands in Slack or Discord, clones of the"
            + " repository, backups made before.");
    out.flush();
  }

  private String repository(Forgetting.Extent extent) {
    if (extent.repository() == null) {
      return "No repository was opened for it.";
    }
    if (!extent.own()) {
      return "The linked repository %s stays with its commits.".formatted(extent.repository());
    }
    return keepRepository
        ? "Its own repository %s stays.".formatted(extent.repository())
        : "Its own repository %s will be deleted with all commits.".formatted(extent.repository());
  }
}
