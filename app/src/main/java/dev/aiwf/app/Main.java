package dev.aiwf.app;

import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "aiwf",
    description =
        "Leads a team from the first question to the runbook. Without a command, it runs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      DoctorCommand.class,
      ProjectsCommand.class,
      EffectsCommand.class,
      RebuildCommand.class,
      ExportCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ForgetCommand.class,
      PacksCommand.class,
      KnowledgeCommand.class,
      ScenarioCommand.class,
      ReplayCommand.class,
      EvaluateCommand.class,
      SettingsCommand.class,
      SetupCommand.class,
      WarmUpCommand.class
    },
    footer = {"", "Settings come from the environment and aiwf.yaml; `aiwf settings` lists them."})
public final class Main implements Runnable {

  private final RunCommand run;

  private Main(RunCommand run) {
    this.run = run;
  }

  /** Runs what was typed, and ends with its exit code. */
  public static void main(String[] arguments) {
    // Slack's client and JGit draw no windows; without this some JVMs look for a display.
    System.setProperty("java.awt.headless", "true");
    // Each answer that arrives word by word holds some of these for as long as it takes.
    System.getProperties().putIfAbsent("jdk.httpclient.bufsize", "4096");
    RunCommand run = new RunCommand();
    int exit =
        new CommandLine(new Main(run))
            .setExecutionExceptionHandler(Failures::told)
            .execute(arguments);
    // The MCP library's sweeper of sessions cannot be ended, and would keep a done program alive.
    System.exit(exit);
  }

  @Override
  public void run() {
    run.run();
  }

  /** The system's properties as a map, with the time zone, which the JVM fills in on demand. */
  static Map<String, String> properties() {
    ZoneId zone = ZoneId.systemDefault();
    Properties properties = System.getProperties();
    Map<String, String> map = new TreeMap<>();
    properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
    map.put("user.timezone", zone.getId());
    return map;
  }
}
