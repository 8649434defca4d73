package dev.aiwf.testkit.slack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a method was called with: a form, or JSON. */
record Arguments(Map<String, String> values) {

  static Arguments read(String body, String contentType) throws Rejected {
    return contentType.contains("json") ? json(body) : form(body);
  }

  static Arguments form(String body) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Arguments(values);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Arguments json(String body) throws Rejected {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : parsed("body", body).properties()) {
      JsonNode value = each.getValue();
      values.put(each.getKey(), value.isString() ? value.asString() : value.toString());
    }
    return new Arguments(values);
  }

  void only(Set<String> known) throws Rejected {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new Rejected("invalid_arguments", "unknown " + name);
      }
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String needed(String name) throws Rejected {
    return text(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new Rejected("invalid_arguments", "missing " + name));
  }

  JsonNode tree(String name, String otherwise) throws Rejected {
    return parsed(name, values.getOrDefault(name, otherwise));
  }

  private static JsonNode parsed(String name, String json) throws Rejected {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw new Rejected("invalid_arguments", name + " is no JSON");
    }
  }
}
