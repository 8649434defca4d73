package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings in aiwf.yaml: what is taken, and that nothing in it does harm. */
class SettingsFileTest {

  @TempDir private Path home;
  private Path file;

  @BeforeEach
  void folder() throws IOException {
    file = Files.createDirectory(home.resolve(".aiwf")).resolve("aiwf.yaml");
  }

  private Settings read(Map<String, String> environment) throws Settings.Wrong {
    return Settings.from(environment, Map.of("user.home", home.toString()));
  }

  private Settings with(String yaml) throws Exception {
    Files.writeString(file, yaml);
    return read(Map.of());
  }

  @Test
  void everyKindOfValueIsTaken() throws Exception {
    Settings settings =
        with(
            """
            # ours
            port: 9090
            trust-loopback: false
            hosts: [a.example, "b.example"]
            packs:
              - packs
              - ~/packs
              - /packs
            person:
            quiet-hours: 20:00-08:00
            time-zone: Europe/Berlin
            slack:
              bot-token: 'xoxb-1'
              signing-secret: hush
            """);
    assertThat(settings.port()).isEqualTo(9090);
    assertThat(settings.trustsLoopback()).isFalse();
    assertThat(settings.hosts()).containsExactly("a.example", "b.example");
    assertThat(settings.packs())
        .containsExactly(file.resolveSibling("packs"), home.resolve("packs"), Path.of("/packs"));
    assertThat(settings.person()).isEqualTo("owner");
    assertThat(settings.quiet()).isPresent();
    assertThat(settings.slack()).isPresent();
  }

  @Test
  void commasSeparateInTheFileTooAndAListKeepsThem() throws Exception {
    assertThat(with("hosts: a, b").hosts()).containsExactly("a", "b");
    assertThat(with("packs: ['/a,b']").packs()).containsExactly(Path.of("/a,b"));
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws Exception {
    Files.writeString(file, "port: 1\nhost: file.example\n");
    Settings settings = read(Map.of("AIWF_PORT", "2", "AIWF_HOST", " "));
    assertThat(settings.port()).isEqualTo(2);
    assertThat(settings.host()).isEqualTo("file.example");
  }

  @Test
  void theFileThatIsNamedIsReadInsteadOfTheUsualOne() throws Exception {
    Files.writeString(file, "port: 1");
    Path other = Files.writeString(home.resolve("other.yaml"), "port: 2");
    assertThat(read(Map.of("AIWF_CONFIG", other.toString())).port()).isEqualTo(2);
    assertThat(read(Map.of("AIWF_CONFIG", "~/other.yaml")).port()).isEqualTo(2);
    assertThatThrownBy(() -> read(Map.of("AIWF_CONFIG", "/no/such.yaml")))
        .hasMessage("The settings can't be read: /no/such.yaml is not there.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "# port: 1\n",
        "---\n",
        "null",
        "slack:\n  # bot-token: x\n",
        "\uFEFFport: 8787",
        "port: 8787\r\nhost: localhost\r\n",
        "{}"
      })
  void anEmptyFileAndOneWithoutSurprisesSetNothingElse(String yaml) throws Exception {
    assertThat(with(yaml)).isEqualTo(with("log: text"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          port: 99999                    | 1 | `port ({}): "99999" is not a port; a number from 0 to 65535 is.`
          \\nport: [1, 2]                 | 2 | `{}: port has one value, not a list.`
          port: {a: 1}                   | 1 | `{}: "port.a" is no setting; did you mean port?`
          slack: xoxb-hush               | 1 | `{}: slack holds keys of its own, as docs/settings.md shows.`
          slack: {bot_token: xoxb-hush}  | 1 | `{}: "slack.bot_token" is no setting; did you mean slack.bot-token?`
          slack: {a: {b: c}}             | 1 | `{}: "slack.a" holds one value or a list.`
          slack: &hush {bot-token: x}    | 1 | `{}: Tags (!) and anchors (&) are not read.`
          port: {[{a: {}}, [1]]: 2}      | 1 | `{}: A key is a word.`
          bot-token: xoxb-hush           | 1 | `{}: "bot-token" is no setting; did you mean slack.bot-token?`
          SLACK_BOT_TOKEN: xoxb-hush     | 1 | `{}: "SLACK_BOT_TOKEN" is no setting; did you mean slack.bot-token?`
          prot: 1                        | 1 | `{}: "prot" is no setting; did you mean port?`
          database-utl-file: /hush       | 1 | `{}: "database-utl-file" is no setting; did you mean database-url-file?`
          colour: hush                   | 1 | `{}: "colour" is no setting; docs/settings.md lists them.`
          data: /x                       | 1 | `{}: data can't stand in this file, for it says where the file is; set AIWF_DATA in the environment.`
          config: /x                     | 1 | `{}: config can't stand in this file, for it says where the file is; set AIWF_CONFIG in the environment.`
          port: 1\\nport: 2               | 2 | `{}: "port" stands here a second time.`
          slack: {}\\nslack: {}           | 2 | `{}: "slack" stands here a second time.`
          port: 1\\n---\\nport: 2          | 3 | `{}: One document is read here; a second one begins.`
          - port                         | 1 | `{}: Settings stand here as ``key: value``, one a line.`
          xoxb-hush                      | 1 | `{}: Settings stand here as ``key: value``, one a line.`
          hosts: [[a]]                   | 1 | `{}: An item of a list is a single value.`
          ? [a]\\n: b                     | 1 | `{}: A key is a word.`
          port: &hush 1                  | 1 | `{}: Tags (!) and anchors (&) are not read.`
          port: !!int 1                  | 1 | `{}: Tags (!) and anchors (&) are not read.`
          port: *hush                    | 1 | `{}: Aliases (*) are not read; write it out.`
          \\tport: 1                      | 1 | `{}: This is not YAML: found character '\\\\t(TAB)' that cannot start any token. (Do not use \\\\t(TAB) for indentation).`
          \\nport: "hush                  | 2 | `{}: This is not YAML: found unexpected end of stream.`
          """)
  void aWrongFileIsToldWithItsLineAndWithoutItsValues(String yaml, int line, String message) {
    String text = yaml.replace("\\n", "\n").replace("\\t", "\t");
    assertThatThrownBy(() -> with(text))
        .isInstanceOf(Settings.Wrong.class)
        .hasMessage(
            message
                .replace("``", "`")
                .replace("\\\\t", "\\t")
                .replace("{}", file + ", line " + line))
        .hasMessageNotContaining("hush");
  }

  @Test
  void allThatIsWrongIsToldInOneGo() {
    assertThatThrownBy(() -> with("prot: 1\nhost: a b\nlog: [json]\n"))
        .message()
        .contains("3 settings are wrong:", "line 1:", "host (" + file + ", line 2)", "line 3:");
  }

  @Test
  void aLongListOfFlawsIsCutShort() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      yaml.append("key").append(i).append(": x\n");
    }
    assertThatThrownBy(() -> with(yaml.toString()))
        .message()
        .contains("1000 settings are wrong:", "and 980 more")
        .hasLineCount(22);
  }

  @Test
  void aBombOfAliasesDoesNotGoOff() {
    StringBuilder yaml = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      yaml.append(
          "%c: &%c [*%c, *%c, *%c, *%c]\n"
              .replace("%c", "%s")
              .formatted(c, c, c - 1, c - 1, c - 1, c - 1));
    }
    assertThatThrownBy(() -> with(yaml.toString())).isInstanceOf(Settings.Wrong.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void whatIsNestedDeeplyIsRefused(String opening) {
    assertThatThrownBy(() -> with("port: " + opening.repeat(15_000)))
        .isInstanceOf(Settings.Wrong.class);
    assertThatThrownBy(() -> with(opening.repeat(15_000))).isInstanceOf(Settings.Wrong.class);
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws Exception {
    Files.write(file, new byte[] {0x70, (byte) 0xc3, 0x28, 0, 1});
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessage("The settings can't be read: %s is not text in UTF-8.", file);
    Files.write(file, "port: 1\nhost: \0".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessage("%s, line 2: There is a character here that has no place in YAML.", file);
  }

  @Test
  void aHugeFileIsRefusedWithoutReadingItAll() throws Exception {
    Files.writeString(file, "#".repeat(10 << 20));
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessage(
            "The settings can't be read: %s is larger than 64 KB, which can't be meant.", file);
  }

  @Test
  void whatIsNoFileIsRefused() throws Exception {
    Files.createDirectory(file);
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessage("The settings can't be read: %s is a folder; a file is needed.", file);
    Files.delete(file);
    Files.createSymbolicLink(file, home.resolve("gone"));
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessage("The settings can't be read: %s is not there.", file);
    assertThatThrownBy(() -> read(Map.of("AIWF_CONFIG", "/dev/zero")))
        .hasMessage("The settings can't be read: /dev/zero is not an ordinary file.");
  }

  @Test
  void aFileThatMayNotBeReadIsRefused() throws Exception {
    Files.writeString(file, "port: 1");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
    assumeFalse(Files.isReadable(file), "root may read everything");
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessage(
            "The settings can't be read: %s may not be read by the user that aiwf runs as.", file);
  }

  @Test
  void aSecretThatEverybodyCanReadIsPointedOut() throws Exception {
    Map<String, List<String>> warnings = new HashMap<>();
    for (String mode : List.of("rw-------", "rw-r--r--")) {
      for (String yaml : List.of("port: 1", "database-url: postgresql://h/d")) {
        Files.writeString(file, yaml);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        warnings.put(mode + yaml, read(Map.of()).warnings());
      }
    }
    assertThat(warnings.remove("rw-r--r--database-url: postgresql://h/d"))
        .containsExactly(
            file + " holds a secret and can be read by everybody on this machine: chmod go-r it.");
    assertThat(warnings.values()).hasSize(3).allMatch(List::isEmpty);
  }
}
