package dev.aiwf.artifacts.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;

/** What is left of the limits in one exchange. */
final class Allowance {

  private final Limits limits;
  private final InstantSource clock;
  private final Instant until;
  private long received;

  Allowance(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    this.until = clock.instant().plus(limits.whole());
  }

  Limits limits() {
    return limits;
  }

  /** A stream that ends in a sentence when too much comes, or too slowly. */
  InputStream counting(InputStream in) {
    return new Counting(in);
  }

  private void count(long more) throws Refused {
    received += Math.max(more, 0);
    if (received > limits.bytes()) {
      throw Refused.forGood(
          ("The repository sent more than %d MB, which is more than is taken in. Link a smaller"
                  + " repository, or let the project have one of its own.")
              .formatted(limits.bytes() >> 20));
    }
    if (clock.instant().isAfter(until)) {
      throw Refused.now(
          "The repository's host needs longer than %d minutes for one answer."
              .formatted(limits.whole().toMinutes()));
    }
  }

  private final class Counting extends FilterInputStream {

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(read);
      return read;
    }
  }
}
