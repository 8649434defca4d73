package dev.aiwf.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the settings. */
@Command(name = "settings", description = "Lists the settings, as Markdown.")
final class SettingsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--now", description = "shows what holds now, and where each comes from")
  private boolean now;

  @SuppressWarnings("NullAway") // picocli sets it before it runs the command
  SettingsCommand() {}

  @Override
  public Integer call() throws Settings.Wrong {
    PrintWriter out = spec.commandLine().getOut();
    if (!now) {
      out.print(table());
      out.flush();
      return 0;
    }
    SettingsRead read = SettingsRead.from(System.getenv(), Main.properties());
    out.print(now(read.found()));
    read.settings().warnings().forEach(warning -> out.println("\n" + warning));
    out.flush();
    read.orWrong();
    return 0;
  }

  /** What stands in docs/settings.md. */
  static String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("setting", "in aiwf.yaml", "otherwise", "meaning"));
    for (Setting setting : Setting.values()) {
      rows.add(
          List.of(
              code(setting.keys()),
              setting.paths().isEmpty() ? "never" : code(setting.paths()),
              setting.otherwise(),
              setting.meaning()));
    }
    return markdown(rows);
  }

  /** What holds now. */
  static String now(Found found) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("setting", "now", "from"));
    for (Setting setting : Setting.values()) {
      rows.add(
          found
              .given(setting)
              .map(given -> List.of(setting.key(), shown(given), given.origin().named()))
              .orElseGet(() ->
                  List.of(
                      setting.key(),
                      setting.kind() == Setting.Kind.SECRET ? "not set" : setting.otherwise(),
                      "")));
    }
    return markdown(rows);
  }

  private static String shown(Given given) {
    return switch (given.setting().kind()) {
      case SECRET -> "set";
      case WHERE, ONE, SEVERAL -> Shown.plain(String.join(", ", given.values()));
    };
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String markdown(List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      table.append("| ").append(String.join(" | ", row)).append(" |\n");
      if (row.equals(rows.getFirst())) {
        table.append("|").append("---|".repeat(row.size())).append('\n');
      }
    }
    return table.toString();
  }
}
