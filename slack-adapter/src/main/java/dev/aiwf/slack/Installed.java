package dev.aiwf.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspace where the app is installed. Nobody waits for it: an outage of Slack's API keeps
 * nobody out, and it is asked again when it is needed again.
 */
final class Installed {

  private static final Logger LOG = LoggerFactory.getLogger(Installed.class);

  /** Every request would ask otherwise, for as long as there is no answer. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final SlackApi api;
  private final InstantSource clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);
  private volatile @Nullable String team;

  Installed(SlackApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Its id, once it is known. */
  Optional<String> team() {
    Instant due = next.get();
    Instant now = clock.instant();
    if (team == null && !now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE))) {
      var _ = Thread.ofVirtual().name("slack-installed").start(this::learn);
    }
    return Optional.ofNullable(team);
  }

  private void learn() {
    try {
      AuthTestResponse answer = api.ask(slack -> slack.authTest(r -> r));
      team = answer.getTeamId();
    } catch (NotNow e) {
      LOG.info("The workspace could not be looked up: {}", e.getMessage());
    } catch (NotEver e) {
      LOG.error("Slack: {} Everything else goes on.", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
