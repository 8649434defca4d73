package dev.aiwf.web.api;

import dev.aiwf.core.rules.Clean;
import dev.aiwf.web.access.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an object that was sent. What is not what it should be is a problem that names the
 * field.
 *
 * @param object the object
 * @param path what stands before a field's name when it is named
 */
record Fields(ObjectNode object, String path) {

  /** Lets no field but these be there. */
  void only(Set<String> known) {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw problem(name, "There is no field \"%s\" here.".formatted(Clean.excerpt(name)));
      }
    }
  }

  boolean has(String field) {
    return object.has(field);
  }

  /** All fields, in the order in which they were sent. */
  Map<String, JsonNode> all() {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    object.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  String text(String field) {
    return text(field, needed(field));
  }

  @Nullable String textOrNone(String field) {
    JsonNode node = object.get(field);
    return node == null ? null : text(field, node);
  }

  private String text(String field, JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    throw problem(field, "This takes a string.");
  }

  long number(String field) {
    JsonNode node = needed(field);
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    throw problem(field, "This takes a whole number.");
  }

  /** A number of things that can be counted. */
  int small(String field) {
    long number = number(field);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw problem(field, "This takes a smaller number.");
    }
    return (int) number;
  }

  /** One of these, each known by its key. */
  <T> T oneOf(String field, Map<String, T> known) {
    return oneOf(field, text(field), known);
  }

  /** Some of these, each known by its key. */
  <T> Set<T> manyOf(String field, Map<String, T> known) {
    Set<T> found = new LinkedHashSet<>();
    texts(field).forEach(key -> found.add(oneOf(field, key, known)));
    if (found.isEmpty()) {
      throw problem(field, "There is nothing in it.");
    }
    return found;
  }

  private <T> T oneOf(String field, String key, Map<String, T> known) {
    T found = known.get(key);
    if (found != null) {
      return found;
    }
    throw problem(field, "This takes one of: " + String.join(", ", known.keySet()) + ".");
  }

  boolean yesOrNo(String field) {
    if (needed(field).isBoolean()) {
      return needed(field).booleanValue();
    }
    throw problem(field, "This takes true or false.");
  }

  /** A field that says only that it is there. */
  void yes(String field) {
    if (!needed(field).isBoolean() || !needed(field).booleanValue()) {
      throw problem(field, "This takes true and nothing else.");
    }
  }

  List<String> texts(String field) {
    if (!(needed(field) instanceof ArrayNode array)) {
      throw problem(field, "This takes an array of strings.");
    }
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(text(field, each)));
    return texts;
  }

  Fields object(String field) {
    if (needed(field) instanceof ObjectNode inner) {
      return new Fields(inner, path + field + ".");
    }
    throw problem(field, "This takes an object.");
  }

  /** An object in which at least something stands. */
  Fields someOf(String field) {
    Fields inner = object(field);
    if (inner.object().isEmpty()) {
      throw problem(field, "There is nothing in it.");
    }
    return inner;
  }

  Problem problem(String field, String sentence) {
    return Problem.invalid(path + field, sentence);
  }

  private JsonNode needed(String field) {
    JsonNode node = object.get(field);
    if (node == null) {
      throw problem(field, "This is missing.");
    }
    return node;
  }
}
