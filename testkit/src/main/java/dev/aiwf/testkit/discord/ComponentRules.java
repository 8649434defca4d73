package dev.aiwf.testkit.discord;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Discord takes as components of one message, and how much of it. */
final class ComponentRules {

  private static final int MOST = 40;
  private static final int MOST_TEXT = 4_000;
  private static final Set<Integer> IN_CONTAINER =
      Set.of(Kinds.ROW, Kinds.SECTION, Kinds.TEXT, Kinds.GALLERY, Kinds.FILE, Kinds.SEPARATOR);

  private final Set<String> files;
  private final Set<String> ids = new HashSet<>();
  private final Set<Integer> numbers = new HashSet<>();
  private int count;
  private int text;

  private ComponentRules(Set<String> files) {
    this.files = files;
  }

  /** Judges the components of a message that is made of nothing else. */
  static void modern(JsonNode components, Set<String> files) throws Rejected {
    ComponentRules rules = new ComponentRules(files);
    for (JsonNode component : components) {
      if (component.path("type").asInt() != Kinds.CONTAINER) {
        need(IN_CONTAINER.contains(component.path("type").asInt()), "top component");
      }
      rules.component(component);
    }
    need(rules.count <= MOST, rules.count + " components");
    need(rules.text <= MOST_TEXT, rules.text + " characters of text");
  }

  /** Judges the components below a message's content. */
  static void classic(JsonNode components) throws Rejected {
    ComponentRules rules = new ComponentRules(Set.of());
    need(components.size() <= 5, components.size() + " rows");
    for (JsonNode component : components) {
      need(component.path("type").asInt() == Kinds.ROW, "only rows below content");
      rules.component(component);
    }
  }

  private void component(JsonNode component) throws Rejected {
    count++;
    number(component);
    switch (component.path("type").asInt()) {
      case Kinds.ROW -> row(component.path("components"));
      case Kinds.SECTION -> section(component);
      case Kinds.TEXT -> {
        String content = component.path("content").asString("");
        length("text", content, 1, MOST_TEXT);
        text += content.length();
      }
      case Kinds.FILE -> {
        String url = component.path("file").path("url").asString("");
        need(
            url.startsWith("attachment://") && files.contains(url.substring(13)),
            "no file for " + url);
      }
      case Kinds.SEPARATOR -> need(component.path("spacing").asInt(1) <= 2, "spacing");
      case Kinds.CONTAINER -> {
        need(!component.path("components").isEmpty(), "empty container");
        for (JsonNode inner : component.path("components")) {
          need(IN_CONTAINER.contains(inner.path("type").asInt()), "component in a container");
          component(inner);
        }
      }
      default -> throw Rejected.form("component of type " + component.path("type"));
    }
  }

  private void number(JsonNode component) throws Rejected {
    if (component.path("id").asInt(0) != 0) {
      need(component.path("id").isInt(), "id");
      need(numbers.add(component.path("id").asInt()), "two components of one number");
    }
  }

  private void row(JsonNode children) throws Rejected {
    need(!children.isEmpty() && children.size() <= 5, children.size() + " in a row");
    for (JsonNode child : children) {
      count++;
      number(child);
      switch (child.path("type").asInt()) {
        case Kinds.BUTTON -> button(child);
        case Kinds.SELECT -> {
          need(children.size() == 1, "a select is alone in its row");
          length("placeholder", child.path("placeholder").asString(""), 0, 150);
          custom(child);
          SelectRules.options(child.path("options"));
        }
        default -> throw Rejected.form("component in a row");
      }
    }
  }

  private void section(JsonNode section) throws Rejected {
    JsonNode texts = section.path("components");
    need(!texts.isEmpty() && texts.size() <= 3, "a section has one to three texts");
    for (JsonNode each : texts) {
      need(each.path("type").asInt() == Kinds.TEXT, "a section holds texts");
      component(each);
    }
    need(section.path("accessory").path("type").asInt() == Kinds.BUTTON, "accessory");
    count++;
    button(section.path("accessory"));
  }

  private void button(JsonNode button) throws Rejected {
    length("label", button.path("label").asString(""), 1, 80);
    int style = button.path("style").asInt();
    need(style >= 1 && style <= 5, "style");
    if (style == 5) {
      length("url", button.path("url").asString(""), 1, 512);
    } else {
      custom(button);
    }
  }

  private void custom(JsonNode component) throws Rejected {
    String id = component.path("custom_id").asString("");
    length("custom_id", id, 1, 100);
    need(ids.add(id), "custom id used twice: " + id);
  }

  static void length(String what, String text, int least, int most) throws Rejected {
    need(
        text.length() >= least && text.length() <= most,
        "%s of %d characters".formatted(what, text.length()));
  }

  static void need(boolean holds, String detail) throws Rejected {
    if (!holds) {
      throw Rejected.form(detail);
    }
  }
}
