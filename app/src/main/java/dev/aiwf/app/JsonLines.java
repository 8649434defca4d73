package dev.aiwf.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;

/**
 * Writes a log event as one flat JSON object in one line. Logback's own encoder leaves the
 * placeholders in the message and takes a stack trace apart, which no log viewer shows as people
 * read it.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {

  /** What it is about; nothing else that a library may leave there is logged. */
  private static final List<String> ABOUT = List.of("project", "command", "effect", "lane");

  /** Always with milliseconds, so that lines sort. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(256);
    line.append("{\"time\":\"");
    TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
    line.append('"');
    field(line, "level", event.getLevel().toString());
    field(line, "logger", event.getLoggerName());
    field(line, "message", event.getFormattedMessage());
    field(line, "thread", event.getThreadName());
    Map<String, String> about = event.getMDCPropertyMap();
    for (String key : ABOUT) {
      if (about.containsKey(key)) {
        field(line, key, about.get(key));
      }
    }
    if (event.getThrowableProxy() != null) {
      field(line, "error", ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void field(StringBuilder line, String key, Object value) {
    line.append(",\"")
        .append(key)
        .append("\":\"")
        .append(JsonEscapeUtil.jsonEscapeString(String.valueOf(value)))
        .append('"');
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }
}
