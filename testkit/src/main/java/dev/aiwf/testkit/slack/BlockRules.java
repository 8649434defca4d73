package dev.aiwf.testkit.slack;

import static dev.aiwf.testkit.slack.Rules.array;
import static dev.aiwf.testkit.slack.Rules.fields;
import static dev.aiwf.testkit.slack.Rules.length;
import static dev.aiwf.testkit.slack.Rules.no;
import static dev.aiwf.testkit.slack.Rules.plainText;
import static dev.aiwf.testkit.slack.Rules.textObject;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Slack takes as blocks. */
final class BlockRules {

  private BlockRules() {}

  static void message(JsonNode blocks) throws Rejected {
    if (blocks.toString().length() > 13_000) {
      throw new Rejected("msg_blocks_too_long", blocks.toString().length() + " characters");
    }
    all(blocks, 50, false);
  }

  static void all(JsonNode blocks, int most, boolean modal) throws Rejected {
    array(blocks, 1, most, "blocks");
    Set<String> ids = new HashSet<>();
    for (JsonNode block : blocks) {
      if (block.has("block_id")) {
        length(block.path("block_id"), 1, 255, "block_id");
        if (!ids.add(block.path("block_id").asString())) {
          throw no("block_id twice: " + block.path("block_id"));
        }
      }
      one(block, modal);
    }
  }

  private static void one(JsonNode block, boolean modal) throws Rejected {
    switch (block.path("type").asString("")) {
      case "header" -> {
        fields(block, "type", "block_id", "text");
        plainText(block.path("text"), 150, "header");
      }
      case "divider" -> fields(block, "type", "block_id");
      case "section" -> {
        fields(block, "type", "block_id", "text", "fields", "accessory", "expand");
        textObject(block.path("text"), 3_000, "section");
        if (block.has("accessory")) {
          ElementRules.interactive(block.path("accessory"));
        }
      }
      case "context" -> {
        fields(block, "type", "block_id", "elements");
        array(block.path("elements"), 1, 10, "context");
        for (JsonNode element : block.path("elements")) {
          textObject(element, 3_000, "context");
        }
      }
      case "actions" -> actions(block);
      case "rich_text" -> {
        fields(block, "type", "block_id", "elements");
        array(block.path("elements"), 1, 100, "rich_text");
        for (JsonNode element : block.path("elements")) {
          RichTextRules.container(element);
        }
      }
      case "input" -> {
        if (!modal) {
          throw no("input outside a modal");
        }
        fields(
            block, "type", "block_id", "label", "hint", "optional", "element", "dispatch_action");
        plainText(block.path("label"), 2_000, "label");
        if (block.has("hint")) {
          plainText(block.path("hint"), 2_000, "hint");
        }
        ElementRules.input(block.path("element"));
      }
      default -> throw no("block type " + block.path("type"));
    }
  }

  private static void actions(JsonNode block) throws Rejected {
    fields(block, "type", "block_id", "elements");
    array(block.path("elements"), 1, 25, "actions");
    Set<String> ids = new HashSet<>();
    for (JsonNode element : block.path("elements")) {
      ElementRules.interactive(element);
      if (!ids.add(element.path("action_id").asString())) {
        throw no("action_id twice: " + element.path("action_id"));
      }
    }
  }
}
