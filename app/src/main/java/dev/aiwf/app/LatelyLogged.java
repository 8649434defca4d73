package dev.aiwf.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.aiwf.core.secret.Secrets;
import dev.aiwf.web.pages.Logged;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last warnings and errors, for whoever looks after the program and is not at its log. */
final class LatelyLogged extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private final Deque<Logged> last = new ArrayDeque<>();

  /** From now on. */
  static LatelyLogged listening() {
    LatelyLogged lately = new LatelyLogged();
    lately.setName("lately");
    lately.start();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      lately.setContext(context);
      context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lately);
    }
    return lately;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (!event.getLevel().isGreaterOrEqual(Level.WARN)) {
      return;
    }
    String all = Secrets.masked(event.getFormattedMessage());
    String what = all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
    String project = event.getMDCPropertyMap().getOrDefault("project", "");
    synchronized (last) {
      last.addFirst(
          new Logged(
              Instant.ofEpochMilli(event.getTimeStamp()),
              event.getLevel().isGreaterOrEqual(Level.ERROR),
              what,
              project));
      while (last.size() > MOST) {
        last.removeLast();
      }
    }
  }

  /** The latest first. */
  List<Logged> last() {
    synchronized (last) {
      return List.copyOf(last);
    }
  }

  @Override
  public void close() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
    }
    stop();
  }
}
