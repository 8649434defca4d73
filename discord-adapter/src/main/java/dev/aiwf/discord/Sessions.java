package dev.aiwf.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/**
 * When a session may begin. Discord takes a thousand a day, and then takes the token away; going on
 * with a session that broke off costs nothing and waits for nothing here.
 */
final class Sessions extends SessionControllerAdapter {

  private static final Duration LATELY = Duration.ofHours(1);
  private static final int AT_ONCE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final String gateway;
  private final InstantSource clock;
  private final Pause pause;
  private final Deque<Instant> begun = new ArrayDeque<>();

  Sessions(Optional<String> gateway, InstantSource clock, Pause pause) {
    this.gateway = gateway.orElseGet(() -> new SessionControllerAdapter().getGateway());
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public String getGateway() {
    return gateway;
  }

  @Override
  public void appendSession(SessionConnectNode node) {
    Duration wait = next();
    if (wait.isZero()) {
      super.appendSession(node);
      return;
    }
    Thread.ofVirtual()
        .name("discord-session")
        .start(() -> {
          try {
            pause.last(wait);
            super.appendSession(node);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** How long the next one has to wait: the longer, the more there were within the hour. */
  private synchronized Duration next() {
    Instant now = clock.instant();
    begun.removeIf(at -> at.plus(LATELY).isBefore(now));
    begun.add(now);
    int many = begun.size() - AT_ONCE;
    Duration wait = many <= 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(many + 2, 12));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
