package dev.aiwf.slack;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to Slack open, over which its requests come, so that no address of ours need
 * be reached. A new connection stands before the old one goes.
 */
final class SocketMode implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

  private static final Duration HELLO = Duration.ofSeconds(20);

  /** A connection that ends sooner than this is a failed try. */
  private static final Duration LIVED = Duration.ofSeconds(10);

  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** What somebody must put right is looked at again after this long. */
  private static final Duration UNTIL_PUT_RIGHT = Duration.ofMinutes(5);

  private static final String SWITCHED_OFF =
      "Socket Mode is switched off for the app. Switch it on under Socket Mode in its settings at"
          + " https://api.slack.com/apps.";

  private final SlackApi api;
  private final String appToken;
  private final Requests requests;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Pace.Pause pause;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread keeper;
  private volatile @Nullable String trouble = "It is not connected yet.";
  private volatile boolean closed;

  SocketMode(
      SlackApi api,
      String appToken,
      Requests requests,
      InstantSource clock,
      RandomGenerator random,
      Pace.Pause pause) {
    this.api = api;
    this.appToken = appToken;
    this.requests = requests;
    this.clock = clock;
    this.random = random;
    this.pause = pause;
  }

  /** Begins; returns at once, for Slack may be out of reach for long. */
  void connect() {
    keeper = Thread.ofVirtual().name("slack-socket").start(this::keep);
  }

  /** Why no requests come just now; none if they do. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private void keep() {
    int failures = 0;
    try {
      while (!closed) {
        Instant began = clock.instant();
        Optional<Duration> wait;
        try {
          wait = ended(opened());
        } catch (NotNow e) {
          told(String.valueOf(e.getMessage()));
          wait = Optional.of(e.after().orElse(Duration.ZERO));
        } catch (NotEver e) {
          told(String.valueOf(e.getMessage()));
          wait = Optional.of(UNTIL_PUT_RIGHT);
        }
        boolean lived = Duration.between(began, clock.instant()).compareTo(LIVED) > 0;
        failures = wait.isEmpty() || lived ? 0 : failures + 1;
        if (wait.isPresent() && !closed) {
          pause.last(longer(wait.get(), backoff(failures)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long to wait before the next one; none if it is wanted at once. */
  private Optional<Duration> ended(Socket socket) throws InterruptedException {
    return switch (end(socket)) {
      case RENEW -> Optional.empty();
      case SWITCHED_OFF -> {
        told(SWITCHED_OFF);
        yield Optional.of(UNTIL_PUT_RIGHT);
      }
      case LOST -> {
        if (!closed) {
          told("The connection to Slack was lost.");
        }
        yield Optional.of(Duration.ZERO);
      }
    };
  }

  private static Socket.End end(Socket socket) throws InterruptedException {
    try {
      return socket.ended().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a socket ends, it does not fail", e);
    }
  }

  private Socket opened() throws NotNow, NotEver, InterruptedException {
    Socket socket = opened(api, appToken, requests, open);
    if (closed) {
      socket.close();
    } else if (trouble != null) {
      trouble = null;
      LOG.info("Slack's requests come over Socket Mode");
    }
    return socket;
  }

  /** Opens a connection that Slack has said hello on. */
  static Socket opened(SlackApi api, String appToken, Requests requests, Set<Socket> open)
      throws NotNow, NotEver, InterruptedException {
    String address = api.connection(appToken);
    Socket socket = new Socket(requests, open::remove);
    open.add(socket);
    api.listen(address, socket);
    try {
      if (socket.greeted().get(HELLO.toSeconds(), TimeUnit.SECONDS)) {
        return socket;
      }
      throw new NotNow("Slack ended the connection before it began.", (Throwable) null);
    } catch (TimeoutException e) {
      socket.close();
      throw new NotNow("Slack said nothing on the connection.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a greeting comes or does not, it does not fail", e);
    }
  }

  /** Said once, however often it happens again. */
  private void told(String sentence) {
    if (!sentence.equals(trouble)) {
      LOG.warn("No requests come from Slack: {} Everything else goes on.", sentence);
    }
    trouble = sentence;
  }

  private Duration backoff(int failures) {
    if (failures == 0) {
      return Duration.ZERO;
    }
    long most = Math.min(LONGEST.toMillis(), 1_000L << Math.min(failures - 1, 10));
    // Many that lost their connection at once should not all come back at once.
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public void close() {
    closed = true;
    Thread running = keeper;
    if (running != null) {
      running.interrupt();
    }
    open.forEach(Socket::close);
  }
}
