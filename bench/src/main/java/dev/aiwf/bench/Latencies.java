package dev.aiwf.bench;

import java.util.Arrays;
import java.util.Collection;

/** How long things took, in nanoseconds. */
final class Latencies {

  private final long[] sorted;

  /** Takes the first so many. */
  Latencies(long[] took, int count) {
    sorted = Arrays.copyOf(took, count);
    Arrays.sort(sorted);
  }

  static Latencies of(Collection<Long> took) {
    return new Latencies(took.stream().mapToLong(Long::longValue).toArray(), took.size());
  }

  /** What that many of a hundred stayed within. */
  long at(double percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)];
  }

  int count() {
    return sorted.length;
  }
}
