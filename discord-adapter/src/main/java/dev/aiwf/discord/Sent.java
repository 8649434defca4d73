package dev.aiwf.discord;

import java.util.Map;

/**
 * A form that was sent and could not be taken. It closes when it is sent, whatever comes of it, so
 * this is kept for the next try.
 *
 * @param origin which form it was
 * @param values what stood in it
 */
record Sent(FormOrigin origin, Map<String, String> values) {
  Sent {
    values = Map.copyOf(values);
  }
}
