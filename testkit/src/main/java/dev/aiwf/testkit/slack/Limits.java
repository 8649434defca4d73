package dev.aiwf.testkit.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How often methods may be called. Slack promises the figures a minute and tolerates bursts; how
 * long ones it does not say, so that these are short.
 */
final class Limits {

  private static final Map<String, Limit> OF =
      Map.of(
          "chat.postMessage", new Limit(10, 60),
          "chat.update", new Limit(20, 50),
          "chat.postEphemeral", new Limit(30, 100));

  private final InstantSource clock;
  private final Map<String, Level> levels = new HashMap<>();

  private record Limit(int burst, int perMinute) {}

  /** How full a bucket was, and when. */
  private record Level(double full, Instant at) {}

  Limits(InstantSource clock) {
    this.clock = clock;
  }

  /** Posts are counted by channel, everything else by workspace. */
  synchronized void count(String method, Arguments arguments) throws Rejected {
    Limit limit = OF.get(method);
    if (limit == null) {
      return;
    }
    String bucket =
        method.equals("chat.postMessage")
            ? method + " " + arguments.text("channel").orElse("")
            : method;
    Instant now = clock.instant();
    Level before = levels.getOrDefault(bucket, new Level(0, now));
    double minutes = Duration.between(before.at(), now).toMillis() / 60_000.0;
    double full = Math.max(0, before.full() - minutes * limit.perMinute()) + 1;
    if (full > limit.burst()) {
      throw new Rejected(Rejected.TOO_OFTEN, bucket);
    }
    levels.put(bucket, new Level(full, now));
  }
}
