package dev.aiwf.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that only a test moves. */
public final class SettableClock implements InstantSource {

  private volatile Instant now;

  /** Stands at this moment until it is moved. */
  public SettableClock(Instant now) {
    this.now = now;
  }

  /** A clock that begins on a day in 2026. */
  public static SettableClock begun() {
    return new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass. */
  public void tick(Duration by) {
    now = now.plus(by);
  }
}
