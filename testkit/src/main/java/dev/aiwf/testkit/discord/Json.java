package dev.aiwf.testkit.discord;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Making JSON, and looking at it. */
final class Json {

  private Json() {}

  static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }

  static ArrayNode array() {
    return JsonMapper.shared().createArrayNode();
  }

  static JsonNode read(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /** Whether it is there and says something. */
  static boolean says(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isString() && value.asString().isEmpty())
        && !(value.isArray() && value.isEmpty());
  }
}
