package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who types a command, in a process of its own with variables of its own. */
class MainTest {

  @TempDir private Path folder;

  private record Ended(int exit, String said) {}

  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                // Surefire hands the class path over in a jar's manifest where it is long.
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", "."))
                    .replace(",", File.pathSeparator),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("AIWF_") || name.startsWith("SLACK_"));
    builder.environment().put("AIWF_DATA", folder.resolve("data").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  @Test
  void aStartWithWrongSettingsTellsAllOfThemAndTouchesNothing() throws Exception {
    Ended ended =
        run(Map.of("AIWF_PORT", "http", "AIWF_DATABASE_URL", "postgresql://bot:hu/sh@db"), "run");
    assertThat(ended.said())
        .isEqualToNormalizingNewlines(
            """
            aiwf: 2 settings are wrong:
              AIWF_PORT (environment): "http" is not a port; a number from 0 to 65535 is.
              AIWF_DATABASE_URL (environment): This address has no host:port that can be read. A / \
            ? # % or @ in user or password is written as %2F %3F %23 %25 %40.
            """);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aCommandThatNeedsASettingSaysWhatIsWrongWithIt() throws Exception {
    assertThat(run(Map.of("AIWF_LOG", "xml"), "packs", "check"))
        .isEqualTo(new Ended(1, "aiwf: AIWF_LOG (environment): \"xml\" is none of text, json.\n"));
  }

  @Test
  void whatHoldsNowIsShownEvenWhereSomethingIsWrong() throws Exception {
    Path file = folder.resolve("aiwf.yaml");
    Files.writeString(file, "log: xml\nslack: {bot-token: xoxb-hush, signing-secret: hush}\n");
    Ended ended =
        run(Map.of("AIWF_CONFIG", file.toString(), "AIWF_PROT", "1"), "settings", "--now");
    assertThat(ended.said())
        .contains(
            "| AIWF_LOG | xml | log (" + file + ", line 1) |",
            "| SLACK_BOT_TOKEN | set | slack.bot-token (" + file + ", line 2) |",
            "AIWF_PROT is no setting; did you mean AIWF_PORT?",
            "aiwf: log (" + file + ", line 1): \"xml\" is none of text, json.")
        .doesNotContain("hush");
    assertThat(ended.exit()).isEqualTo(1);
  }

  @Test
  void theSettingsArePrintedWhateverIsSet() throws Exception {
    assertThat(run(Map.of("AIWF_PORT", "http"), "settings"))
        .isEqualTo(new Ended(0, SettingsCommand.table()));
  }
}
