package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How much of the processors somebody else takes while we measure: a figure from a machine that
 * others work on is worth less, and must say so.
 */
final class Others {

  private static final int USER = 0;
  private static final int NICE = 1;
  private static final int SYSTEM = 2;
  private static final int STOLEN = 7;
  private static final int COUNTED = 8;
  private static final double QUIET = 0.15;
  private static final int LOOK_MILLIS = 500;

  /** How long it may be waited for quiet altogether. */
  private Duration patience = Duration.ofMinutes(Integer.getInteger("bench.patience", 3));

  /** The processors' ticks so far, and which of them were ours and which others'. */
  private record Moment(long all, long busy, long ours) {

    static Moment now() throws IOException {
      long[] ticks =
          Arrays.stream(Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +"))
              .skip(1)
              .limit(COUNTED)
              .mapToLong(Long::parseLong)
              .toArray();
      // Interrupts are nobody's: what goes over loopback is done in them.
      long busy = ticks[USER] + ticks[NICE] + ticks[SYSTEM] + ticks[STOLEN];
      return new Moment(Arrays.stream(ticks).sum(), busy, used());
    }

    /** In hundredths of a second, as the kernel counts. */
    private static long used() {
      ProcessHandle me = ProcessHandle.current();
      return Stream.concat(Stream.of(me), me.descendants())
          .mapToLong(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 10)
          .sum();
    }

    double othersSince(Moment before) {
      double share = (double) (busy - before.busy - (ours - before.ours)) / (all - before.all);
      return Math.clamp(share, 0, 1);
    }
  }

  /** Something that takes a while. */
  interface Work<T> {
    T done() throws IOException, InterruptedException;
  }

  /** What came of it, and the share that others took meanwhile. */
  record Shared<T>(T result, double others) {}

  /** Does it in a quiet moment, if there is one. */
  <T> Shared<T> quietly(Work<T> work) throws IOException, InterruptedException {
    await();
    Moment before = Moment.now();
    T result = work.done();
    return new Shared<>(result, Moment.now().othersSince(before));
  }

  /** The line that says so. */
  static String line(double share) {
    return "Others took %.0f %% of the processors meanwhile.".formatted(share * 100);
  }

  private void await() throws IOException, InterruptedException {
    while (patience.isPositive()) {
      Moment before = Moment.now();
      Thread.sleep(LOOK_MILLIS);
      if (Moment.now().othersSince(before) < QUIET) {
        return;
      }
      patience = patience.minusMillis(LOOK_MILLIS);
    }
  }
}
