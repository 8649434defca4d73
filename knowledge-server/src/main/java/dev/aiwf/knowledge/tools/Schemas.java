package dev.aiwf.knowledge.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pieces that the tools' JSON schemas are made of. */
final class Schemas {

  static final Map<String, Object> TEXT = Map.of("type", "string");
  static final Map<String, Object> TEXT_OR_NOTHING = Map.of("type", List.of("string", "null"));
  static final Map<String, Object> TEXTS = Map.of("type", "array", "items", TEXT);
  static final Map<String, Object> COUNT = Map.of("type", "integer", "minimum", 0);
  static final Map<String, Object> SCORE = Map.of("type", "number", "minimum", 0, "maximum", 1);
  static final Map<String, Object> YES = Map.of("type", "boolean");
  static final Map<String, Object> POSITION =
      object(
          List.of("section"),
          fields("chapter", TEXT_OR_NOTHING, "section", TEXT_OR_NOTHING, "page", TEXT_OR_NOTHING));

  private Schemas() {}

  /** Fields in this order: a name, a schema, a name, a schema… */
  static Map<String, Object> fields(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
    return fields("type", "object", "properties", properties, "required", required);
  }

  static Map<String, Object> list(Map<String, Object> of) {
    return fields("type", "array", "items", of);
  }

  /** A tool's arguments; nothing else may be given. */
  static Map<String, Object> input(List<String> required, Map<String, Object> properties) {
    Map<String, Object> input = object(required, properties);
    input.put("additionalProperties", false);
    return input;
  }

  static Map<String, Object> words(String description) {
    return fields("type", "string", "maxLength", 1_000, "description", description);
  }

  static Map<String, Object> limit(int most, int otherwise) {
    return limit(most, otherwise, "How many at most.");
  }

  static Map<String, Object> limit(int most, int otherwise, String description) {
    return fields(
        "type",
        "integer",
        "minimum",
        1,
        "maximum",
        most,
        "default",
        otherwise,
        "description",
        description);
  }

  /** A tool's answer: results like this, and what is known of them. */
  static Map<String, Object> answer(Map<String, Object> result) {
    Map<String, Object> metadata =
        object(
            List.of("query", "sources_cited", "result_count", "search_type", "latency_ms"),
            fields(
                "query", TEXT,
                "sources_cited", TEXTS,
                "result_count", COUNT,
                "search_type",
                    fields("enum", List.of("semantic", "filtered", "list", "comparison")),
                "latency_ms", fields("type", "number", "minimum", 0)));
    return object(
        List.of("results", "metadata"), fields("results", list(result), "metadata", metadata));
  }
}
