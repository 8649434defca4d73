package dev.aiwf.architect;

import java.time.Duration;

/** Lets time pass before another try. */
@FunctionalInterface
interface Pause {
  void take(Duration length) throws InterruptedException;
}
