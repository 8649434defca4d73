package dev.aiwf.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Fields that an answer has and the document does not, so that nothing of the core's records gets
 * out because somebody added a component. The document itself allows more, for clients' sake.
 */
final class Undocumented {

  private final JsonNode document;
  private final List<String> found = new ArrayList<>();

  private Undocumented(JsonNode document) {
    this.document = document;
  }

  static List<String> in(JsonNode document, JsonNode answer, JsonNode schema) {
    Undocumented undocumented = new Undocumented(document);
    undocumented.look(answer, List.of(schema), "");
    return undocumented.found;
  }

  /**
   * Everything that may hold together is looked at as one; an object of which nothing is said may
   * be anything.
   */
  private void look(JsonNode node, List<JsonNode> schemas, String path) {
    List<JsonNode> flat = new ArrayList<>();
    schemas.forEach(schema -> flatten(schema, flat));
    if (node.isArray()) {
      List<JsonNode> items =
          flat.stream().map(s -> s.path("items")).filter(JsonNode::isObject).toList();
      node.valueStream().forEach(each -> look(each, items, path + "[]"));
      return;
    }
    Map<String, List<JsonNode>> known = new LinkedHashMap<>();
    flat.forEach(schema ->
        schema
            .path("properties")
            .properties()
            .forEach(property ->
                known
                    .computeIfAbsent(property.getKey(), _ -> new ArrayList<>())
                    .add(property.getValue())));
    List<JsonNode> others =
        flat.stream().map(s -> s.path("additionalProperties")).filter(JsonNode::isObject).toList();
    boolean open = flat.stream().anyMatch(s -> s.path("additionalProperties").asBoolean(false));
    node.properties()
        .forEach(field -> {
          List<JsonNode> next = known.getOrDefault(field.getKey(), others);
          if (next.isEmpty() && !known.isEmpty() && !open) {
            found.add(path + "." + field.getKey());
          }
          look(field.getValue(), next, path + "." + field.getKey());
        });
  }

  private void flatten(JsonNode schema, List<JsonNode> into) {
    if (schema.has("$ref")) {
      flatten(document.at(schema.get("$ref").stringValue().substring(1)), into);
      return;
    }
    into.add(schema);
    schema.path("allOf").forEach(part -> flatten(part, into));
    schema.path("oneOf").forEach(part -> flatten(part, into));
  }
}
