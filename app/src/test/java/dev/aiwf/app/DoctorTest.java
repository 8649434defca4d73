package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.FakeModel;
import dev.aiwf.testkit.model.Play;
import dev.aiwf.testkit.slack.FakeSlack;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir private Path folder;

  private Settings settings(String... more) throws Settings.Wrong {
    Map<String, String> set = new TreeMap<>();
    for (int i = 0; i < more.length; i += 2) {
      set.put(more[i], more[i + 1]);
    }
    return Trial.withoutKnowledge(folder, set);
  }

  private Finding found(Settings settings, String check) {
    return new Doctor(settings)
        .examine().stream()
            .filter(finding -> finding.check().equals(check))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing about " + check));
  }

  @Test
  void beforeTheFirstStartNothingIsMadeAndNothingIsWrong() throws Exception {
    assertThat(new Doctor(settings()).examine())
        .extracting(Finding::state)
        .containsOnly(Finding.State.GOOD, Finding.State.OFF);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void whereItRanEverythingIsLookedAt() throws Exception {
    Settings settings = settings();
    Program.start(settings, () -> {}).close();
    assertThat(found(settings, "database").says()).startsWith("SQLite 3").endsWith("takes");
    assertThat(found(settings, "projects").says()).startsWith("0,");
    assertThat(found(settings, "work").says()).isEqualTo("0 commands and 0 effects wait");
    assertThat(found(settings, "disk").says()).contains("ms");
  }

  @Test
  void aBotThatRunsIsAsked() throws Exception {
    Settings settings = settings();
    try (Program program = Program.start(settings, () -> {})) {
      assertThat(program.address().getPort()).isPositive();
      assertThat(found(settings, "bot").says()).isEqualTo("it runs");
      assertThat(found(settings, "database").state()).isEqualTo(Finding.State.GOOD);
    }
  }

  @Test
  void aPortThatIsTakenIsTold() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      Settings settings = settings("AIWF_PORT", String.valueOf(taken.getLocalPort()));
      assertThat(found(settings, "port"))
          .satisfies(port -> {
            assertThat(port.state()).isEqualTo(Finding.State.BAD);
            assertThat(port.cure()).contains("AIWF_PORT");
          });
    }
  }

  @Test
  void aFolderThatHoldsSomethingElseIsTold() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/aiwf.db"), "this is no database at all, but words");
    Finding database = found(settings(), "database");
    assertThat(database.state()).isEqualTo(Finding.State.BAD);
    assertThat(folder.resolve("data/aiwf.db")).hasContent("this is no database at all, but words");
  }

  @Test
  void slackSaysWhoTheBotIs() throws Exception {
    try (FakeSlack slack = new FakeSlack("secret", "xoxb-test")) {
      assertThat(
              found(
                  settings(
                      "SLACK_BOT_TOKEN", "xoxb-test",
                      "SLACK_SIGNING_SECRET", "secret",
                      "SLACK_API_URL", slack.url().toString()),
                  "slack"))
          .satisfies(found -> {
            assertThat(found.state()).isEqualTo(Finding.State.GOOD);
            assertThat(found.says()).startsWith("@");
          });
      assertThat(
              found(
                  settings(
                      "SLACK_BOT_TOKEN", "xoxb-wrong",
                      "SLACK_SIGNING_SECRET", "secret",
                      "SLACK_API_URL", slack.url().toString()),
                  "slack"))
          .satisfies(found -> {
            assertThat(found.state()).isEqualTo(Finding.State.BAD);
            assertThat(found.says()).contains("invalid_auth");
          });
    }
  }

  @Test
  void aModelIsSpokenWithAndItsCostTold() throws Exception {
    try (FakeModel model = FakeModel.speaking(Dialect.ANTHROPIC)) {
      model
          .then(Play.says("Ready.").counting(100, 10))
          .otherwise(_ -> new Play.Fails(Play.Trouble.KEY));
      Settings settings =
          settings(
              "AIWF_LLM_PROVIDER",
              "anthropic",
              "AIWF_LLM_MODEL",
              FakeModel.NAME,
              "AIWF_LLM_BASE_URL",
              model.address().toString(),
              "AIWF_LLM_PRICE",
              "3/15",
              "ANTHROPIC_API_KEY",
              FakeModel.KEY);
      assertThat(found(settings, "model"))
          .satisfies(found -> {
            assertThat(found.state()).isEqualTo(Finding.State.GOOD);
            assertThat(found.says())
                .startsWith(FakeModel.NAME + " answered in ")
                .endsWith("; 100 tokens read, 10 written, $0.00045");
          });
      assertThat(found(settings, "model"))
          .satisfies(found -> {
            assertThat(found.state()).isEqualTo(Finding.State.BAD);
            assertThat(found.says()).contains("does not take the key");
          });
    }
    assertThat(found(settings(), "model").says()).contains("the guide leads");
  }

  @Test
  void aScopeThatIsMissingIsNamedWithWhatDoesNotWork() throws Exception {
    try (FakeSlack slack = new FakeSlack("secret", "xoxb-test")) {
      Settings settings =
          settings(
              "SLACK_BOT_TOKEN", "xoxb-test",
              "SLACK_SIGNING_SECRET", "secret",
              "SLACK_API_URL", slack.url().toString());

      slack.grant(Set.of("app_mentions:read", "commands"));
      assertThat(found(settings, "slack"))
          .satisfies(found -> {
            assertThat(found.state()).isEqualTo(Finding.State.BAD);
            assertThat(found.says()).contains("chat:write: nothing can be posted");
            assertThat(found.cure()).contains("install the app again");
          });
      slack.grant(Set.of("app_mentions:read", "commands", "chat:write"));
      assertThat(found(settings, "slack").state()).isEqualTo(Finding.State.CARE);
    }
  }

  @Test
  void aConnectionIsOpenedAndClosedUnlessTheBotHasOne() throws Exception {
    try (FakeSlack slack = new FakeSlack("secret", "xoxb-test")) {
      slack.deliverOverSockets("xapp-test");
      Settings settings =
          settings(
              "SLACK_BOT_TOKEN", "xoxb-test",
              "SLACK_APP_TOKEN", "xapp-test",
              "SLACK_API_URL", slack.url().toString());
      assertThat(found(settings, "socket").says()).contains("greeted");
      await().until(() -> slack.connections() == 0);

      Settings wrong =
          settings(
              "SLACK_BOT_TOKEN", "xoxb-test",
              "SLACK_APP_TOKEN", "xapp-other",
              "SLACK_API_URL", slack.url().toString());
      assertThat(found(wrong, "socket").says()).contains("SLACK_APP_TOKEN");
    }
  }
}
