package dev.aiwf.testkit.slack;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A request that Slack sent, with what came of it.
 *
 * @param headers what was sent with it, the signature included
 * @param request what was sent
 * @param status the answer's status; 0 if nobody answered
 * @param answer the answer's body, an empty object if there was none
 */
public record Delivery(Map<String, String> headers, String request, int status, JsonNode answer) {

  /** Whether the app said that it has it; otherwise it may come again. */
  public boolean acknowledged() {
    return status == 200;
  }
}
