package dev.aiwf.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Says how it logs. Logback finds it by itself, so that what is logged before the settings are read
 * looks right too; it is code, for reading Logback's XML costs the start more than all the rest.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {

  /** Project and command stand after the logger, where they are known. */
  private static final String TEXT =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}"
          + "%replace( [%X{project} %X{command}]){' \\[ \\]|(?<=\\[) | (?=\\])', ''} %msg%n";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    set(context, Logging.USUAL);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** From here on it logs like this. */
  static void apply(Logging logging) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context && !logging.equals(Logging.USUAL)) {
      context.reset();
      set(context, logging);
    }
  }

  private static void set(LoggerContext context, Logging logging) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(standardError(context, encoder(context, logging.form())));
    context.getLogger("dev.aiwf").setLevel(Level.toLevel(logging.level().name()));
    // Its finer levels print whole requests, with their secrets, and stay off whatever root says.
    context.getLogger("com.slack.api").setLevel(Level.WARN);
    context.getLogger("net.dv8tion.jda").setLevel(Level.ERROR);
    // That Discord is out of reach is said once, by whoever wanted something of it.
    context.getLogger("net.dv8tion.jda.internal.requests.Requester").setLevel(Level.OFF);
    // It logs what its starter is told anyway, such as a port that is in use.
    context.getLogger("io.javalin").setLevel(Level.OFF);
  }

  /** What people are to read goes to standard output. */
  private static ConsoleAppender<ILoggingEvent> standardError(
      LoggerContext context, Encoder<ILoggingEvent> encoder) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("stderr");
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  /** What writes a line. */
  static Encoder<ILoggingEvent> encoder(LoggerContext context, Logging.Form form) {
    Encoder<ILoggingEvent> encoder =
        switch (form) {
          case TEXT -> {
            PatternLayoutEncoder text = new PatternLayoutEncoder();
            text.setPattern(TEXT);
            yield text;
          }
          case JSON -> new JsonLines();
        };
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
