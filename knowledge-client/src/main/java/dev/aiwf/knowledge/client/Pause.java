package dev.aiwf.knowledge.client;

import java.time.Duration;

/** Lets time pass between two tries. */
@FunctionalInterface
interface Pause {
  void take(Duration length) throws InterruptedException;
}
