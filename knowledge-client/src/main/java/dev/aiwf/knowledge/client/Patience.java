package dev.aiwf.knowledge.client;

import java.time.Duration;

/**
 * How much is taken from a knowledge base.
 *
 * @param connect how long it may take to pick up
 * @param call how long it may take to answer
 * @param largest how many bytes an answer has at most
 * @param atOnce how many calls it gets side by side
 */
record Patience(Duration connect, Duration call, int largest, int atOnce) {

  /** What people wait for. */
  static Patience usual() {
    return new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), 2 * 1024 * 1024, 8);
  }
}
