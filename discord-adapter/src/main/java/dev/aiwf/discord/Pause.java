package dev.aiwf.discord;

import java.time.Duration;

/** Waits; comes in from outside, so that tests need not. */
@FunctionalInterface
interface Pause {
  void last(Duration howLong) throws InterruptedException;
}
