package dev.aiwf.knowledge.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which sessions are in use, so that there are never too many. */
final class Sessions {

  private final int most;
  private final Duration idle;
  private final InstantSource clock;
  private final Map<String, Instant> used = new ConcurrentHashMap<>();

  Sessions(Limits limits, InstantSource clock) {
    this.most = limits.sessions();
    this.idle = limits.idle();
    this.clock = clock;
  }

  /** Whether one more may begin. */
  boolean hasRoom() {
    if (used.size() < most) {
      return true;
    }
    Instant ended = clock.instant().minus(idle);
    var _ = used.values().removeIf(last -> last.isBefore(ended));
    return used.size() < most;
  }

  void use(String session) {
    used.put(session, clock.instant());
  }

  /** Only of those that there are: whoever makes ids up takes nobody's room. */
  void useAgain(String session) {
    var _ = used.replace(session, clock.instant());
  }

  void end(String session) {
    var _ = used.remove(session);
  }
}
