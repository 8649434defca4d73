package dev.aiwf.web.api;

import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fact in words, made of what the API says of it, so that a new kind of fact is not left out.
 *
 * @param kind what sort of fact it is
 * @param step the step it names, if it names one
 * @param what all else that it says: names and values
 */
public record FactText(String kind, @Nullable String step, String what) {

  /** What a fact says. */
  public static FactText of(Fact fact) {
    JsonNode said = Json.read(Json.write(fact).getBytes(StandardCharsets.UTF_8));
    List<String> parts = new ArrayList<>();
    said.properties().stream()
        .filter(part -> !part.getKey().equals("type") && !part.getKey().equals("step"))
        .forEach(part -> collect(part.getKey(), part.getValue(), parts));
    return new FactText(
        said.path("type").asString(),
        said.path("step").isString() ? said.path("step").stringValue() : null,
        String.join("; ", parts));
  }

  /** A fact with its place in the journal, as it is in the history. */
  public static String json(Entry entry) {
    return Json.write(Views.Happened.of(entry));
  }

  private static void collect(String name, JsonNode node, List<String> parts) {
    if (node.isObject()) {
      node.properties().stream()
          .filter(part -> !part.getKey().equals("type"))
          .forEach(part -> collect(part.getKey(), part.getValue(), parts));
    } else if (node.isArray()) {
      node.forEach(each -> collect(name, each, parts));
    } else if (!node.isNull()) {
      parts.add(name + ": " + node.asString());
    }
  }
}
