package dev.aiwf.knowledge.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** How many requests each caller has left: a bucket that fills again steadily. */
final class Rates {

  private static final double NANOS = 1_000_000_000;

  /** As many callers are remembered; then those who have all theirs back are forgotten. */
  private static final int MOST_CALLERS = 10_000;

  private final int perSecond;
  private final int burst;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  Rates(Limits limits, LongSupplier nanos) {
    this.perSecond = limits.perSecond();
    this.burst = limits.burst();
    this.nanos = nanos;
  }

  /** Takes one request of a caller's; false if there is none left. */
  boolean take(String caller) {
    long now = nanos.getAsLong();
    if (buckets.size() >= MOST_CALLERS) {
      var _ = buckets.values().removeIf(bucket -> filled(bucket, now) >= burst);
    }
    AtomicBoolean taken = new AtomicBoolean();
    var _ =
        buckets.compute(
            caller,
            (_, before) -> {
              double left = before == null ? burst : filled(before, now);
              taken.set(left >= 1);
              return new Bucket(taken.get() ? left - 1 : left, now);
            });
    return taken.get();
  }

  private double filled(Bucket bucket, long now) {
    return Math.min(burst, bucket.left + (now - bucket.since) / NANOS * perSecond);
  }

  private record Bucket(double left, long since) {}
}
