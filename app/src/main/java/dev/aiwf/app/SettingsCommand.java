package dev.aiwf.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the settings. */
@Command(name = "settings", description = "Lists the settings, as Markdown.")
final class SettingsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway") // picocli sets it before it runs the command
  SettingsCommand() {}

  @Override
  public void run() {
    spec.commandLine().getOut().print(table());
    spec.commandLine().getOut().flush();
  }

  /** What stands in docs/settings.md. */
  static String table() {
    StringBuilder table = new StringBuilder("| setting | otherwise | meaning |\n|---|---|---|\n");
    for (Setting setting : Setting.values()) {
      table.append(
          "| `%s` | %s | %s |\n".formatted(setting.key(), setting.otherwise(), setting.meaning()));
    }
    return table.toString();
  }
}
