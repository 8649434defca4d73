package dev.aiwf.testkit.slack;

import java.util.List;

/**
 * A message that somebody typed.
 *
 * @param ts what Slack calls it
 * @param deliveries the events it came in
 */
public record Typed(String ts, List<Delivery> deliveries) {

  /** The event that came last. */
  public Delivery delivery() {
    return deliveries.getLast();
  }
}
