package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where secrets may stand, and that they are shown nowhere. */
class SecretsTest {

  @TempDir private Path home;
  private Path file;
  private Path token;

  @BeforeEach
  void files() throws IOException {
    file = Files.createDirectory(home.resolve(".aiwf")).resolve("aiwf.yaml");
    token = Files.writeString(home.resolve("token"), "\n  xoxb-hush \n");
  }

  private SettingsRead read(String... environment) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    return SettingsRead.from(variables, Map.of("user.home", home.toString()));
  }

  private static String token(SettingsRead read) throws Settings.Wrong {
    return read.orWrong().slack().map(Settings.Slack::botToken).orElseThrow();
  }

  @Test
  void aSecretMayStandInAFileThatTheEnvironmentNames() throws Settings.Wrong {
    assertThat(token(read("SLACK_BOT_TOKEN_FILE", "~/token", "SLACK_SIGNING_SECRET", "s")))
        .isEqualTo("xoxb-hush");
  }

  @Test
  void aSecretMayStandInAFileThatTheFileNames() throws Exception {
    Files.writeString(file, "slack: {bot-token-file: ../token, signing-secret: s}");
    assertThat(token(read())).isEqualTo("xoxb-hush");
  }

  @Test
  void theEnvironmentGoesBeforeTheFileHoweverTheSecretIsGiven() throws Exception {
    Files.writeString(file, "slack: {bot-token-file: /no/such/file, signing-secret: s}");
    assertThat(token(read("SLACK_BOT_TOKEN", "xoxb-2"))).isEqualTo("xoxb-2");
    Files.writeString(file, "slack: {bot-token: xoxb-3, signing-secret: s}");
    assertThat(token(read("SLACK_BOT_TOKEN_FILE", token.toString()))).isEqualTo("xoxb-hush");
  }

  @Test
  void bothAtOnceAreAnErrorThatNamesBoth() throws Exception {
    assertThat(read("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_BOT_TOKEN_FILE", "/x").problems())
        .contains(
            "SLACK_BOT_TOKEN (environment) and SLACK_BOT_TOKEN_FILE (environment) are both set;"
                + " leave one of them out.");
    Files.writeString(file, "slack:\n  bot-token: xoxb-1\n  bot-token-file: x\n");
    assertThat(read("SLACK_SIGNING_SECRET", "s").problems())
        .containsExactly(
            "slack.bot-token (%s, line 2) and slack.bot-token-file (%s, line 3) are both set; leave one of them out."
                .formatted(file, file));
  }

  @Test
  void aFileThatHoldsNoSecretIsToldAndIsAllThatIsTold() throws Exception {
    assertThat(read("SLACK_BOT_TOKEN_FILE", "/no/such", "SLACK_SIGNING_SECRET", "s").problems())
        .containsExactly("SLACK_BOT_TOKEN_FILE (environment): /no/such is not there.");
    for (String content : new String[] {"", " \n ", "xoxb-1\nhush"}) {
      Files.writeString(token, content);
      assertThat(
              read("SLACK_BOT_TOKEN_FILE", token.toString(), "SLACK_SIGNING_SECRET", "s")
                  .problems())
          .containsExactly(
              "SLACK_BOT_TOKEN_FILE (environment): "
                  + token
                  + " should hold the secret in a single line, and nothing else.");
    }
  }

  @Test
  void aTokenOfAnotherKindIsRefusedWithoutShowingIt() {
    assertThatThrownBy(
            () -> read("SLACK_BOT_TOKEN", "xapp-hush", "SLACK_SIGNING_SECRET", "s").orWrong())
        .hasMessage(
            "SLACK_BOT_TOKEN (environment): This is not a bot's token; one begins with xoxb-.");
    assertThatThrownBy(
            () -> read("SLACK_BOT_TOKEN", "xoxb-hush x", "SLACK_SIGNING_SECRET", "s").orWrong())
        .hasMessageNotContaining("hush");
  }

  @Test
  void whatIsPrintedHoldsNoSecret() throws Settings.Wrong {
    SettingsRead read =
        read(
            "SLACK_BOT_TOKEN_FILE", token.toString(),
            "SLACK_SIGNING_SECRET", "hush",
            "AIWF_DATABASE_URL", "postgresql://bot:hush@db/aiwf?sslpassword=hush");
    Settings settings = read.orWrong();
    assertThat(settings.slack()).isPresent();
    assertThat(settings.database()).isPresent();
    assertThat(settings.toString()).contains("jdbc:postgresql://db/aiwf").doesNotContain("hush");
    assertThat(read.toString()).doesNotContain("hush");
    for (Setting setting : Setting.values()) {
      assertThat(read.found().given(setting).map(Given::toString).orElse(""))
          .doesNotContain("hush");
    }
  }

  @Test
  void whatHoldsNowSaysOfASecretOnlyThatItIsSet() throws Exception {
    Files.writeString(file, "port: 8080\nslack: {signing-secret: hush}");
    assertThat(
            SettingsCommand.now(
                read("SLACK_BOT_TOKEN_FILE", token.toString(), "AIWF_HOSTS", "a,b").found()))
        .contains(
            "| AIWF_HOSTS | a, b | AIWF_HOSTS (environment) |\n",
            "| AIWF_PORT | 8080 | port (" + file + ", line 1) |\n",
            "| SLACK_BOT_TOKEN | set | SLACK_BOT_TOKEN_FILE (environment) |\n",
            "| SLACK_SIGNING_SECRET | set | slack.signing-secret (" + file + ", line 2) |\n",
            "| AIWF_DATABASE_URL | not set |  |\n",
            "| AIWF_LOG | text |  |\n")
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush",
        "mysql://u:hush@h/d",
        "postgresql://u:hush@h",
        "postgresql://u:hush@h/",
        "postgresql://u:hush@/d",
        "postgresql://u:hush@h:/d",
        "postgresql://u:hush@h:0/d",
        "postgresql://u:hush@h:70000/d",
        "postgresql://u:hush@h:99999999999/d",
        "postgresql://u:hush/hush@h/d",
        "postgresql://u:hush?hush@h/d",
        "postgresql://u:hu%zzsh@h/d",
        "postgresql://u:hush@h/%zz",
        "postgresql://u:hush@h /d",
        "postgresql://u:hush@h/d?hush",
        "postgresql://u:hush@h/d?password=hush",
        "postgresql://u:hush@h/d?user=hush",
        "jdbc:postgresql:hush",
      })
  void aWrongAddressOfADatabaseIsToldWithoutShowingIt(String url) {
    assertThatThrownBy(() -> read("AIWF_DATABASE_URL", url).orWrong())
        .isInstanceOf(Settings.Wrong.class)
        .hasMessageStartingWith("AIWF_DATABASE_URL (environment): ")
        .hasMessageNotContainingAny("hush", "hu%")
        .hasNoCause();
  }

  @Test
  void theAddressOfADatabaseComesApart() throws Exception {
    assertThat(DatabaseUrl.read("postgresql://bot:p%2Fw+%40@db:6432/aiwf?sslmode=require&x=1"))
        .isEqualTo(
            new Database(
                "jdbc:postgresql://db:6432/aiwf?sslmode=require&x=1",
                Optional.of("bot"),
                Optional.of("p/w+@")));
    assertThat(DatabaseUrl.read("jdbc:postgresql://a,b:1/aiwf?user=bot&ssl=true&password=a%26b"))
        .isEqualTo(
            new Database(
                "jdbc:postgresql://a,b:1/aiwf?ssl=true", Optional.of("bot"), Optional.of("a&b")));
    assertThat(DatabaseUrl.read("postgres://bot:p@ss@[::1]/aiwf"))
        .isEqualTo(
            new Database("jdbc:postgresql://[::1]/aiwf", Optional.of("bot"), Optional.of("p@ss")));
    assertThat(DatabaseUrl.read("postgresql://db/aiwf"))
        .isEqualTo(new Database("jdbc:postgresql://db/aiwf", Optional.empty(), Optional.empty()));
  }
}
