package dev.aiwf.app;

import dev.aiwf.web.operate.OperatorJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how everything is that the bot needs, and what to do where it is not as it should be. */
@Command(
    name = "doctor",
    description = {
      "Looks at everything that the bot needs, a line each, with what to do. The bot may run.",
      "",
      "ok  as it should be",
      "--  not used",
      "!!  it works, and somebody should look",
      "NO  it does not work; the exit code is then 1"
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @SuppressWarnings("NullAway") // picocli sets it before it runs the command
  DoctorCommand() {}

  @Override
  public Integer call() {
    List<Finding> found = found();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(OperatorJson.write(Map.of("checks", found)));
    } else {
      found.forEach(finding -> out.println(finding.line()));
    }
    out.flush();
    return found.stream().anyMatch(finding -> finding.state() == Finding.State.BAD) ? 1 : 0;
  }

  private static List<Finding> found() {
    SettingsRead read = SettingsRead.from(System.getenv(), Main.properties());
    return read.problems().isEmpty()
        ? new Doctor(read.settings()).examine()
        : read.problems().stream()
            .map(problem -> Finding.bad("settings", problem, "docs/settings.md lists them all."))
            .toList();
  }
}
