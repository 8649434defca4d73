package dev.aiwf.knowledge.http;

import java.time.Duration;

/**
 * How much is taken from those who ask.
 *
 * @param largest how many bytes a request has at most
 * @param perSecond how many requests a caller from elsewhere may send in a second, on average
 * @param burst how many at once
 * @param sessions how many sessions there are at most, and how many open streams
 * @param idle how long a session lives that nobody uses
 */
public record Limits(int largest, int perSecond, int burst, int sessions, Duration idle) {

  /** What suits a team and its programs. */
  public static Limits usual() {
    return new Limits(64 * 1024, 500, 2_000, 500, Duration.ofMinutes(30));
  }
}
