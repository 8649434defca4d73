package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.FakeModel;
import dev.aiwf.testkit.model.Play;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** An operator stops the program while a model is speaking. */
class StoppedTalkTest {

  private static final String MESSAGES = "/api/projects/support-bot/messages";

  @TempDir private Path folder;

  @Test
  void anAnswerThatWasCutOffIsAskedForAgainAtTheNextStart() throws Exception {
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    logged.start();
    root.addAppender(logged);
    CountDownLatch never = new CountDownLatch(1);
    try (FakeModel model = FakeModel.speaking(Dialect.OPENAI)) {
      Settings settings = Trial.withKnowledge(folder, Trial.model(model));
      model.then(Play.says("It depends on ").awaiting(never));
      try (Program program = Program.start(settings, () -> {});
          Caller lead = new Caller(program, "lead")) {
        lead.send("/api/projects", "{\"name\": \"support-bot\"}");
        lead.awaitBegun("support-bot");
        lead.command("support-bot", "{\"say\": \"What does it depend on?\"}");
        await().until(() -> model.asked().size() == 1);
      }
      model.otherwise(_ -> Play.says("It depends on your examples."));
      try (Program program = Program.start(settings, () -> {});
          Caller lead = new Caller(program, "lead")) {
        await().until(() -> lead.get(MESSAGES).contains("It depends on your examples."));
      }
      assertThat(model.asked()).hasSize(2);
    } finally {
      never.countDown();
      root.detachAppender(logged);
    }
    assertThat(logged.list)
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .startsWith("Cut off what did not come to its end");
  }
}
