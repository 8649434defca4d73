package dev.aiwf.testkit.slack;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A way by which requests reach the app. */
interface Wire {

  Delivery event(JsonNode event);

  Delivery interaction(JsonNode payload);

  Delivery command(Map<String, String> values);

  /** Exactly the same again, as the n-th retry. */
  Delivery again(Delivery delivery, int attempt);
}
