package dev.aiwf.testkit.model;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Short ways to write JSON. */
final class Json {

  private static final ObjectMapper MAPPER = JsonMapper.shared();

  private Json() {}

  /** As JSON, from maps, lists and values. */
  static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }

  static JsonNode of(String name, Object value) {
    return of(Map.of(name, value));
  }

  static JsonNode read(String json) {
    return MAPPER.readTree(json);
  }

  /** A text with JSON in it, with blanks where single quotes make it easier to read here. */
  static String quoted(String json, Object... values) {
    return json.replace('\'', '"').formatted(values);
  }

  static JsonNode text(String text) {
    return MAPPER.valueToTree(text);
  }
}
