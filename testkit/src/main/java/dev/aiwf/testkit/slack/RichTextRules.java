package dev.aiwf.testkit.slack;

import static dev.aiwf.testkit.slack.Rules.array;
import static dev.aiwf.testkit.slack.Rules.fields;
import static dev.aiwf.testkit.slack.Rules.length;
import static dev.aiwf.testkit.slack.Rules.no;
import static dev.aiwf.testkit.slack.Rules.oneOf;

import tools.jackson.databind.JsonNode;

/** What Slack takes as rich text. */
final class RichTextRules {

  /** Slack documents no figure; nobody should find out by trying. */
  private static final int TEXT = 3_000;

  private RichTextRules() {}

  static void container(JsonNode node) throws Rejected {
    switch (node.path("type").asString("")) {
      case "rich_text_section" -> inline(node, "elements");
      case "rich_text_quote", "rich_text_preformatted" -> inline(node, "elements", "border");
      case "rich_text_list" -> {
        fields(node, "type", "elements", "style", "indent", "offset", "border");
        oneOf(node.path("style"), "list style", "bullet", "ordered");
        array(node.path("elements"), 1, 1_000, "list");
        for (JsonNode item : node.path("elements")) {
          oneOf(item.path("type"), "list item", "rich_text_section");
          inline(item, "elements");
        }
      }
      default -> throw no("rich text element " + node.path("type"));
    }
  }

  private static void inline(JsonNode node, String... known) throws Rejected {
    String[] all = new String[known.length + 1];
    System.arraycopy(known, 0, all, 0, known.length);
    all[known.length] = "type";
    fields(node, all);
    array(node.path("elements"), 1, 1_000, node.path("type").asString());
    for (JsonNode element : node.path("elements")) {
      element(element);
    }
  }

  private static void element(JsonNode element) throws Rejected {
    switch (element.path("type").asString("")) {
      case "text" -> {
        fields(element, "type", "text", "style");
        length(element.path("text"), 1, TEXT, "rich text");
      }
      case "link" -> {
        fields(element, "type", "text", "url", "style", "unsafe");
        if (!element.path("url").asString("").matches("https?://\\S+")) {
          throw no("link to " + element.path("url"));
        }
      }
      case "user" -> {
        fields(element, "type", "user_id", "style");
        if (!element.path("user_id").asString("").matches("[UW][A-Z0-9]+")) {
          throw no("user " + element.path("user_id"));
        }
      }
      // Among those left out is "broadcast", which calls everybody.
      default -> throw no("rich text " + element.path("type"));
    }
    for (JsonNode style : element.path("style")) {
      if (!style.isBoolean()) {
        throw no("style " + element.path("style"));
      }
    }
  }
}
