package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a line of the log looks. */
class LogTest {

  private final LoggerContext context = new LoggerContext();

  private LoggingEvent event(Map<String, String> about) {
    LoggingEvent event = new LoggingEvent();
    event.setLoggerContext(context);
    event.setLoggerName("dev.aiwf.engine.Turns");
    event.setLevel(Level.WARN);
    event.setThreadName("turn-1");
    event.setInstant(Instant.parse("2026-01-02T03:04:05.600Z"));
    event.setMessage("Command {} is \"set\"\naside");
    event.setArgumentArray(new Object[] {"c1"});
    event.setMDCPropertyMap(about);
    return event;
  }

  private String line(Logging.Form form, ILoggingEvent event) {
    return new String(LogConfigurator.encoder(context, form).encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void aLineOfJsonIsOneFlatObject() {
    LoggingEvent event =
        event(
            Map.of("project", "p1", "command", "c1", "effect", "7", "lane", "l1", "token", "hush"));
    String line = line(Logging.Form.JSON, event);
    assertThat(line).endsWith("}\n").hasLineCount(1);
    JsonNode json = new JsonMapper().readTree(line);
    assertThat(json.propertyNames())
        .containsExactly(
            "time", "level", "logger", "message", "thread", "project", "command", "effect", "lane");
    assertThat(json.path("time").asString()).isEqualTo("2026-01-02T03:04:05.600Z");
    assertThat(json.path("level").asString()).isEqualTo("WARN");
    assertThat(json.path("logger").asString()).isEqualTo("dev.aiwf.engine.Turns");
    assertThat(json.path("message").asString()).isEqualTo("Command c1 is \"set\"\naside");
    assertThat(json.path("thread").asString()).isEqualTo("turn-1");
    assertThat(json.path("project").asString()).isEqualTo("p1");
    assertThat(json.path("effect").asString()).isEqualTo("7");
  }

  @Test
  void aLineOfJsonHoldsTheStackTraceAndNothingThatIsNotThere() {
    LoggingEvent event =
        new LoggingEvent(
            "x",
            context.getLogger("dev.aiwf.X"),
            Level.ERROR,
            "no \u0001 \u2028 \ud800",
            new IllegalStateException("outer", new IllegalArgumentException("inner")),
            null);
    event.setMDCPropertyMap(Map.of());
    String line = line(Logging.Form.JSON, event);
    assertThat(line.chars().filter(c -> c == '\n')).hasSize(1);
    JsonNode json = new JsonMapper().readTree(line);
    assertThat(json.propertyNames())
        .containsExactly("time", "level", "logger", "message", "thread", "error");
    assertThat(json.path("error").asString())
        .contains("IllegalStateException: outer", "IllegalArgumentException: inner", "at dev.aiwf");
  }

  @Test
  void aLineOfTextShowsProjectAndCommandWhereTheyAreKnown() {
    assertThat(line(Logging.Form.TEXT, event(Map.of()))).contains("WARN  Turns Command c1");
    assertThat(line(Logging.Form.TEXT, event(Map.of("project", "p1"))))
        .contains("WARN  Turns [p1] Command c1");
    assertThat(line(Logging.Form.TEXT, event(Map.of("command", "c1"))))
        .contains("WARN  Turns [c1] Command c1");
    assertThat(line(Logging.Form.TEXT, event(Map.of("project", "p1", "command", "c1"))))
        .contains("WARN  Turns [p1 c1] Command c1");
  }

  @Test
  void theLevelIsOfOurLoggersOnly() {
    LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    try {
      LogConfigurator.apply(new Logging(Logging.Form.JSON, Logging.Threshold.DEBUG));
      assertThat(logs.getLogger("dev.aiwf.engine").isDebugEnabled()).isTrue();
      assertThat(logs.getLogger("org.eclipse.jetty").isInfoEnabled()).isFalse();
      assertThat(logs.getLogger("com.slack.api").isInfoEnabled()).isFalse();
      assertThat(logs.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
          .toIterable()
          .hasSize(1);
      LogConfigurator.apply(new Logging(Logging.Form.TEXT, Logging.Threshold.ERROR));
      assertThat(logs.getLogger("dev.aiwf.engine").isWarnEnabled()).isFalse();
    } finally {
      logs.reset();
      new LogConfigurator().configure(logs);
    }
  }
}
