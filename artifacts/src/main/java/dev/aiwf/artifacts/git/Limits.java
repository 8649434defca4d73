package dev.aiwf.artifacts.git;

import java.time.Duration;

/**
 * What another host may ask of us.
 *
 * @param bytes how much may be received at once
 * @param connect how long making a connection may take
 * @param silence how long it may say nothing
 * @param whole how long all of one exchange may take
 */
record Limits(long bytes, Duration connect, Duration silence, Duration whole) {

  static final Limits USUAL =
      new Limits(1L << 30, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(15));
}
