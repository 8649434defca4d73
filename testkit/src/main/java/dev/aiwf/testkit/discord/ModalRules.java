package dev.aiwf.testkit.discord;

import static dev.aiwf.testkit.discord.ComponentRules.length;
import static dev.aiwf.testkit.discord.ComponentRules.need;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Discord takes as a form. */
final class ModalRules {

  private static final int LONGEST = 4_000;

  private ModalRules() {}

  static void check(JsonNode modal) throws Rejected {
    length("title", modal.path("title").asString(""), 1, 45);
    length("custom_id", modal.path("custom_id").asString(""), 1, 100);
    JsonNode components = modal.path("components");
    need(!components.isEmpty() && components.size() <= 5, components.size() + " in a form");
    Set<String> ids = new HashSet<>();
    for (JsonNode component : components) {
      switch (component.path("type").asInt()) {
        case Kinds.TEXT -> length("text", component.path("content").asString(""), 1, LONGEST);
        case Kinds.LABEL -> {
          length("label", component.path("label").asString(""), 1, 45);
          length("description", component.path("description").asString(""), 0, 100);
          field(component.path("component"), ids);
        }
        default -> throw Rejected.form("component in a form");
      }
    }
    need(!ids.isEmpty(), "nothing to fill in");
  }

  private static void field(JsonNode field, Set<String> ids) throws Rejected {
    String id = field.path("custom_id").asString("");
    length("custom_id", id, 1, 100);
    need(ids.add(id), "custom id used twice: " + id);
    switch (field.path("type").asInt()) {
      case Kinds.INPUT -> {
        need(!Json.says(field, "label"), "an input in a label has none of its own");
        int most = field.path("max_length").asInt(LONGEST);
        need(most >= 1 && most <= LONGEST, "max_length");
        length("value", field.path("value").asString(""), 0, most);
        length("placeholder", field.path("placeholder").asString(""), 0, 100);
      }
      case Kinds.SELECT -> {
        SelectRules.options(field.path("options"));
        length("placeholder", field.path("placeholder").asString(""), 0, 150);
      }
      default -> throw Rejected.form("field of type " + field.path("type"));
    }
  }
}
