package dev.aiwf.knowledge.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Leaves a knowledge base alone for a while that has failed again and again. */
final class Breaker {

  private static final int PATIENT = 3;
  private static final Duration ALONE = Duration.ofSeconds(30);

  private final InstantSource clock;
  private int failures;
  private Instant until = Instant.EPOCH;

  Breaker(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Whether it may be asked now. While it is left alone, one in a while may: who has seen no
   * outcome of that when the while is over is not waited for.
   */
  synchronized boolean lets() {
    if (failures < PATIENT) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      return false;
    }
    until = now.plus(ALONE);
    return true;
  }

  /** It answered; says whether that ends an outage. */
  synchronized boolean well() {
    boolean was = failures >= PATIENT;
    failures = 0;
    return was;
  }

  /** It failed; says whether an outage begins with this. */
  synchronized boolean ill() {
    failures++;
    if (failures >= PATIENT) {
      until = clock.instant().plus(ALONE);
    }
    return failures == PATIENT;
  }

  /** How long it is left alone still. */
  synchronized Duration still() {
    Duration left = Duration.between(clock.instant(), until);
    return failures < PATIENT || left.isNegative() ? Duration.ZERO : left;
  }
}
