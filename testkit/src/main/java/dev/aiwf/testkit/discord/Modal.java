package dev.aiwf.testkit.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A form on somebody's screen.
 *
 * @param body as it was sent
 * @param user who sees it
 * @param channel where it was opened
 * @param from the message whose button opened it; none if a command did
 */
public record Modal(JsonNode body, String user, String channel, @Nullable Post from) {

  /** What stands on top. */
  public String title() {
    return body.path("title").asString();
  }

  /** What its fields begin with, by their names. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (JsonNode component : body.path("components")) {
      JsonNode field = component.path("component");
      if (!field.isMissingNode()) {
        fields.put(field.path("custom_id").asString(), begins(field));
      }
    }
    return fields;
  }

  private static String begins(JsonNode field) {
    for (JsonNode option : field.path("options")) {
      if (option.path("default").asBoolean(false)) {
        return option.path("value").asString();
      }
    }
    return field.path("value").asString("");
  }

  /** What is asked, with all that stands above and below. */
  public String shown() {
    StringBuilder shown = new StringBuilder(title());
    for (JsonNode component : body.path("components")) {
      shown.append('\n').append(component.path("content").asString(""));
      shown.append(component.path("label").asString(""));
      shown.append(' ').append(component.path("description").asString(""));
    }
    return shown.toString();
  }

  /** What there is to choose from in a field. */
  public List<String> options(String name) {
    return StreamSupport.stream(body.path("components").spliterator(), false)
        .map(component -> component.path("component"))
        .filter(field -> field.path("custom_id").asString("").equals(name))
        .flatMap(field -> StreamSupport.stream(field.path("options").spliterator(), false))
        .map(option -> option.path("value").asString())
        .toList();
  }
}
