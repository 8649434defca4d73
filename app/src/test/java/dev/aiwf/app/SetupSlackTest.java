package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.testkit.slack.FakeSlack;
import dev.aiwf.testkit.slack.Post;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From nothing to a first message, and what is left where something is wrong. */
class SetupSlackTest {

  @TempDir private Path folder;
  private FakeSlack slack;

  @BeforeEach
  void open() throws IOException {
    slack = new FakeSlack("hush-secret", "xoxb-hush");
    slack.deliverOverSockets("xapp-hush");
    slack.channel("C1", false);
  }

  @AfterEach
  void close() {
    slack.close();
  }

  private Map<String, String> environment() {
    return Map.of(
        "AIWF_DATA", folder.resolve("data").toString(), "SLACK_API_URL", slack.url().toString());
  }

  private String run(String typed, String... options) {
    SetupSlack command = new SetupSlack();
    var _ = new CommandLine(command).parseArgs(options);
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    Prompt prompt = new Prompt(null, new BufferedReader(new StringReader(typed)), out);
    assertThat(command.connect(environment(), Map.of("user.home", folder.toString()), prompt, out))
        .isZero();
    return said.toString();
  }

  private Settings stored() throws Settings.Wrong {
    return Settings.from(environment(), Map.of("user.home", folder.toString()));
  }

  @Test
  void theTokensAreStoredForTheirOwnerAndAMessageIsPosted() throws Exception {
    String said = run("xoxb-hush\nxapp-hush\nC1\n");

    assertThat(said)
        .contains("https://api.slack.com/apps?new_app=1&manifest_json=%7B")
        .contains("@aiwf in Loopback")
        .contains("Posted.")
        .doesNotContain("hush");
    assertThat(slack.posts()).extracting(Post::channel).containsExactly("C1");
    Path secrets = folder.resolve("data/secrets");
    assertThat(Files.getPosixFilePermissions(secrets))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    for (String name : Set.of("slack-bot-token", "slack-app-token")) {
      assertThat(Files.getPosixFilePermissions(secrets.resolve(name)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(stored().warnings()).isEmpty();
    assertThat(stored().slack().orElseThrow().appToken()).contains("xapp-hush");
    assertThat(slack.rejections()).isEmpty();
  }

  @Test
  void theLinkHasTheManifestFilledIn() {
    String said = run("xoxb-hush\nhush-secret\n\n", "--http", "https://bot.example.com/");

    String link =
        said.lines().filter(line -> line.contains("manifest_json=")).findFirst().orElseThrow();
    assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8))
        .contains("\"request_url\":\"https://bot.example.com/slack/events\"")
        .contains("\"socket_mode_enabled\":false")
        .doesNotContain("example.org");
    assertThat(said).contains("No message was posted.");
  }

  @Test
  void whoChangesTheWayKeepsNothingOfTheOther() throws Exception {
    run("xoxb-hush\nxapp-hush\n\n");
    run("xoxb-hush\nhush-secret\n\n", "--http", "https://bot.example.com");

    Settings.Slack set = stored().slack().orElseThrow();
    assertThat(set.appToken()).isEmpty();
    assertThat(set.signingSecret()).contains("hush-secret");
  }

  @Test
  void whatSlackDoesNotTakeIsNotStored() {
    assertThatThrownBy(() -> run("xoxb-wrong\nxapp-hush\n"))
        .isInstanceOf(Failures.Trouble.class)
        .hasMessageContaining("invalid_auth")
        .hasMessageContaining("Nothing was stored.");
    assertThatThrownBy(() -> run("xoxb-hush\nxapp-wrong\n"))
        .hasMessageContaining("connections:write");
    assertThatThrownBy(() -> run("xapp-hush\n")).hasMessageContaining("begins with xoxb-");
    assertThatThrownBy(() -> run("")).hasMessageContaining("begin again");
    assertThatThrownBy(() -> run("", "--http", "http://bot.example.com"))
        .hasMessageContaining("https://");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aMessageThatDoesNotGetThereLeavesTheTokens() throws Exception {
    assertThat(run("xoxb-hush\nxapp-hush\nC9\n")).contains("/invite @aiwf").contains("are stored");
    assertThat(stored().slack()).isPresent();
  }

  @Test
  void aSecretThatOthersCanReadIsToldAtTheStart() throws Exception {
    run("xoxb-hush\nxapp-hush\n\n");
    Files.setPosixFilePermissions(
        folder.resolve("data/secrets/slack-bot-token"),
        PosixFilePermissions.fromString("rw-r-----"));

    assertThat(stored().warnings()).singleElement().asString().contains("chmod go-rwx");
  }
}
