package dev.aiwf.app;

import dev.aiwf.core.port.Projects;
import dev.aiwf.web.operate.OperatorJson;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the projects. */
@Command(
    name = "projects",
    description = "Lists the projects, the latest touched first.",
    mixinStandardHelpOptions = true)
final class ProjectsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(names = "--waiting", description = "only those that wait for somebody")
  private boolean waiting;

  @Option(names = "--json", description = "as JSON, with all that is known of each")
  private boolean json;

  @SuppressWarnings("NullAway") // picocli sets it before it runs the command
  ProjectsCommand() {}

  @Override
  public void run() {
    List<Projects.Line> projects;
    try (Operator operator = Operator.here()) {
      projects =
          operator.operations().projects().stream()
              .filter(project -> !waiting || project.waitingFor() != null)
              .toList();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(OperatorJson.write(Map.of("projects", projects)));
    } else if (projects.isEmpty()) {
      out.println(waiting ? "No project waits for anybody." : "There are no projects yet.");
    } else {
      out.print(table(projects));
    }
    out.flush();
  }

  private static TextTable table(List<Projects.Line> projects) {
    TextTable table = new TextTable("ID", "STATUS", "STEP", "WAITING FOR", "UPDATED");
    for (Projects.Line project : projects) {
      String step = project.step();
      String waitingFor = project.waitingFor();
      table.row(
          project.id().value(),
          project.status().key(),
          step == null ? "-" : step,
          waitingFor == null ? "-" : project.owner() + ": " + waitingFor,
          project.updated().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return table;
  }
}
