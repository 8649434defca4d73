package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import dev.aiwf.testkit.discord.FakeDiscord;
import dev.aiwf.testkit.slack.FakeSlack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is logged when Slack refuses the token: neither the token nor what people wrote. */
class LoggedSecretsTest {

  @TempDir private Path folder;
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger ours = context.getLogger("dev.aiwf");
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final ListAppender<ILoggingEvent> kept =
      new ListAppender<>() {
        private final Encoder<ILoggingEvent> json =
            LogConfigurator.encoder(LoggedSecretsTest.this.context, Logging.Form.JSON);

        @Override
        protected void append(ILoggingEvent event) {
          lines.add(new String(json.encode(event), StandardCharsets.UTF_8));
        }
      };

  @BeforeEach
  void listen() {
    kept.start();
    root.addAppender(kept);
    ours.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(kept);
    ours.setLevel(Level.INFO);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neitherSecretsNorWhatPeopleWroteAreLogged(boolean overSocket) throws Exception {
    try (FakeSlack slack = new FakeSlack("hush-signing", "xoxb-right")) {
      slack.channel("C1", true);
      slack.user("U1", "lead");
      if (overSocket) {
        slack.deliverOverSockets("xapp-hush-token");
      }
      Settings settings =
          Trial.withoutKnowledge(
              folder,
              overSocket
                  ? Trial.slackOverSockets(slack, "xoxb-hush-token", "xapp-hush-token")
                  : Trial.slack(slack, "xoxb-hush-token", "hush-signing"));
      Program program = Program.start(settings, () -> {});
      try {
        if (overSocket) {
          slack.awaitConnection();
        } else {
          slack.deliverTo(program.address().resolve("/slack/events"));
        }
        slack.command("U1", "C1", "aiwf start support-bot");
        slack.command("U1", "C1", "aiwf hush-words that nobody knows");
        LoggerFactory.getLogger("dev.aiwf.test").info("Started with {}", settings);
        await().until(() -> lines.stream().anyMatch(line -> line.contains("is given up")));
      } finally {
        program.close();
      }
    }
    assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("hush"));
  }

  @Test
  void norIsAnythingOfDiscords() throws Exception {
    try (FakeDiscord discord = new FakeDiscord("hush-token", InstantSource.system())) {
      discord.channel("700000000000000001", "general");
      discord.user("800000000000000001", "lead");
      Settings settings = Trial.withoutKnowledge(folder, Trial.discord(discord, "hush-token"));
      try (Program _ = Program.start(settings, () -> {})) {
        discord.awaitConnection();
        await().until(() -> !discord.commands().isEmpty());
        discord.refuse("POST channels/*/messages", 403, 50_013);
        discord.command(
            "800000000000000001", "700000000000000001", "start", Map.of("name", "support-bot"));
        discord.command(
            "800000000000000001",
            "700000000000000001",
            "why",
            Map.of("of", "hush-words that nobody knows"));
        LoggerFactory.getLogger("dev.aiwf.test").info("Started with {}", settings);
        await().until(() -> lines.stream().anyMatch(line -> line.contains("is given up")));
      }
    }
    assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("hush"));
  }
}
