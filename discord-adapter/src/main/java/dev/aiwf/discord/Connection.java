package dev.aiwf.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the bot connected. JDA itself comes back from a connection that breaks; what it gives up,
 * for the token or the network, is begun again here, and says so once.
 */
final class Connection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private static final Duration TO_END = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** What somebody must put right is looked at again after this long. */
  private static final Duration UNTIL_PUT_RIGHT = Duration.ofMinutes(5);

  private static final String NO_TOKEN =
      "Discord does not accept the bot's token. Reset it in the developer portal and set"
          + " DISCORD_TOKEN.";

  private final DiscordSettings settings;
  private final EventListener listener;
  private final RandomGenerator random;
  private final Pause pause;
  private final Sessions sessions;
  private volatile @Nullable JDA jda;
  private volatile @Nullable Thread keeper;
  private volatile @Nullable String trouble = "It is not connected yet.";
  private volatile boolean readsAlong = true;
  private volatile boolean closed;

  Connection(
      DiscordSettings settings,
      EventListener listener,
      InstantSource clock,
      RandomGenerator random,
      Pause pause) {
    this.settings = settings;
    this.listener = listener;
    this.random = random;
    this.pause = pause;
    this.sessions = new Sessions(settings.gatewayUrl(), clock, pause);
  }

  /** Begins; returns at once, for Discord may be out of reach for long. */
  void open() {
    keeper = Thread.ofVirtual().name("discord-connection").start(this::keep);
  }

  /** What knows of servers and channels; none while there is no connection. */
  @Nullable JDA jda() {
    return jda;
  }

  /** Why nothing comes from Discord just now; none if it does. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Whether it hears what is said without its name. */
  boolean readsAlong() {
    return readsAlong;
  }

  private void keep() {
    int failures = 0;
    try {
      while (!closed) {
        End end = ended();
        failures = end == End.FAILED ? failures + 1 : 0;
        if (!closed && end != End.AT_ONCE) {
          pause.last(end == End.TO_PUT_RIGHT ? UNTIL_PUT_RIGHT : backoff(failures));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How a connection ended. */
  private enum End {
    AT_ONCE,
    FAILED,
    TO_PUT_RIGHT
  }

  private End ended() throws InterruptedException {
    CompletableFuture<@Nullable CloseCode> shut = new CompletableFuture<>();
    try {
      JDA made = Connecting.connect(settings, readsAlong, sessions, event -> heard(event, shut));
      jda = made;
      if (closed) {
        made.shutdownNow();
      }
      return end(shut.get());
    } catch (InvalidTokenException e) {
      told(NO_TOKEN);
      return End.TO_PUT_RIGHT;
    } catch (RuntimeException e) {
      LOG.debug("No connection to Discord", e);
      told("Discord could not be reached.");
      return End.FAILED;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a connection ends, it does not fail", e);
    } finally {
      jda = null;
    }
  }

  private End end(@Nullable CloseCode code) {
    if (code == CloseCode.DISALLOWED_INTENTS && readsAlong) {
      readsAlong = false;
      LOG.warn(
          "Discord does not let aiwf read along: it hears its name, buttons and forms. Switch on"
              + " Message Content Intent under Bot in the developer portal, then start aiwf anew.");
      return End.AT_ONCE;
    }
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      told(NO_TOKEN);
      return End.TO_PUT_RIGHT;
    }
    told("The connection to Discord was closed" + (code == null ? "." : ": " + code.getMeaning()));
    return End.FAILED;
  }

  private void heard(GenericEvent event, CompletableFuture<@Nullable CloseCode> shut) {
    switch (event) {
      case StatusChangeEvent changed when changed.getNewStatus() == JDA.Status.CONNECTED ->
          stands();
      case SessionDisconnectEvent _ -> told("The connection to Discord was lost.");
      case ShutdownEvent end -> shut.complete(end.getCloseCode());
      default -> {}
    }
    listener.onEvent(event);
  }

  private void stands() {
    if (trouble != null) {
      trouble = null;
      LOG.info("Connected to Discord");
    }
  }

  /** Said once, however often it happens again. */
  private void told(String sentence) {
    if (!closed && !sentence.equals(trouble)) {
      LOG.warn("Nothing comes from Discord: {} Everything else goes on.", sentence);
    }
    trouble = sentence;
  }

  private Duration backoff(int failures) {
    long most = Math.min(LONGEST.toMillis(), 1_000L << Math.min(failures, 12));
    // Many that lost their connection at once should not all come back at once.
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }

  @Override
  public void close() {
    closed = true;
    JDA open = jda;
    if (open != null) {
      end(open);
    }
    Thread running = keeper;
    if (running != null) {
      running.interrupt();
    }
  }

  /** What is under way may end, for a while: interrupted in the middle, nobody learns its fate. */
  private static void end(JDA open) {
    open.shutdown();
    try {
      if (open.awaitShutdown(TO_END)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.shutdownNow();
  }
}
