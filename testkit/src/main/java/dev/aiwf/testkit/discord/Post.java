package dev.aiwf.testkit.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as it stands.
 *
 * @param channel the channel or the thread
 * @param id what Discord calls it
 * @param author who wrote it
 * @param alone who sees it alone; none if everybody does
 * @param body what was sent
 * @param files what came with it, by name
 * @param edits how often it was redrawn
 */
public record Post(
    String channel,
    String id,
    String author,
    @Nullable String alone,
    JsonNode body,
    Map<String, byte[]> files,
    int edits) {

  /**
   * Something that can be pressed or chosen.
   *
   * @param component what it is called
   * @param type Discord's number for its kind
   * @param value what is chosen; none for a button
   */
  record Control(String component, int type, @Nullable String value) {}

  Post redrawn(JsonNode newBody, Map<String, byte[]> newFiles) {
    return new Post(channel, id, author, alone, newBody, newFiles, edits + 1);
  }

  /** What a person reads, as it was sent, part by part. */
  public String shown() {
    StringBuilder shown = new StringBuilder(body.path("content").asString(""));
    body.path("components").forEach(component -> collect(component, shown));
    return shown.toString();
  }

  private static void collect(JsonNode component, StringBuilder shown) {
    if (component.path("type").asInt() == Kinds.TEXT) {
      shown.append(component.path("content").asString()).append('\n');
    }
    component.path("components").forEach(inner -> collect(inner, shown));
  }

  /** What stands on what can be pressed or chosen, in order. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>();
    body.path("components").forEach(component -> labels(component, labels));
    return labels;
  }

  private static void labels(JsonNode component, List<String> labels) {
    switch (component.path("type").asInt()) {
      case Kinds.BUTTON -> labels.add(component.path("label").asString());
      case Kinds.SELECT ->
          component.path("options").forEach(option -> labels.add(option.path("label").asString()));
      default -> {
        component.path("components").forEach(inner -> labels(inner, labels));
        if (component.has("accessory")) {
          labels(component.path("accessory"), labels);
        }
      }
    }
  }

  Optional<Control> control(String label) {
    for (JsonNode component : body.path("components")) {
      Optional<Control> found = control(component, label);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Control> control(JsonNode component, String label) {
    int type = component.path("type").asInt();
    String id = component.path("custom_id").asString("");
    if (type == Kinds.BUTTON) {
      return component.path("label").asString("").equals(label)
          ? Optional.of(new Control(id, type, null))
          : Optional.empty();
    }
    for (JsonNode option : component.path("options")) {
      if (option.path("label").asString().equals(label)) {
        return Optional.of(new Control(id, type, option.path("value").asString()));
      }
    }
    for (JsonNode inner : component.path("components")) {
      Optional<Control> found = control(inner, label);
      if (found.isPresent()) {
        return found;
      }
    }
    return component.has("accessory")
        ? control(component.path("accessory"), label)
        : Optional.empty();
  }
}
