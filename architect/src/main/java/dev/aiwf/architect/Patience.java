package dev.aiwf.architect;

import java.time.Duration;

/**
 * How long a model is waited for.
 *
 * @param connect until it picks up
 * @param first until something of an answer is there
 * @param between until more of it comes
 * @param all until the answer is at its end, tools and further tries included
 */
public record Patience(Duration connect, Duration first, Duration between, Duration all) {

  /** What people wait for in a channel. */
  public static Patience usual() {
    return new Patience(
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofMinutes(4));
  }
}
