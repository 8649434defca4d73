package dev.aiwf.web;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the server logs, kept rather than printed. */
final class CapturedLog implements AutoCloseable {

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.aiwf");
  private final ListAppender<ILoggingEvent> kept = new ListAppender<>();

  CapturedLog() {
    kept.start();
    logger.addAppender(kept);
    logger.setAdditive(false);
  }

  List<String> messages() {
    return kept.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    logger.setAdditive(true);
    logger.detachAppender(kept);
  }
}
