package dev.aiwf.testkit.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as it stands.
 *
 * @param channel the channel
 * @param ts what Slack calls it
 * @param thread the message it stands below; none at the channel's top
 * @param user who sees it alone; none if everybody does
 * @param text the text for notifications, as it was sent
 * @param blocks its blocks, as they were sent
 * @param metadata what was attached for programs
 * @param edits how often it was redrawn
 */
public record Post(
    String channel,
    String ts,
    @Nullable String thread,
    @Nullable String user,
    String text,
    JsonNode blocks,
    @Nullable JsonNode metadata,
    int edits) {

  Post redrawn(String newText, JsonNode newBlocks, @Nullable JsonNode newMetadata) {
    return new Post(
        channel,
        ts,
        thread,
        user,
        newText,
        newBlocks,
        newMetadata == null ? metadata : newMetadata,
        edits + 1);
  }

  /** What a person reads, block by block, without any styling. */
  public String shown() {
    StringBuilder shown = new StringBuilder();
    for (JsonNode block : blocks) {
      collect(block, shown);
      shown.append('\n');
    }
    return shown.toString();
  }

  private static void collect(JsonNode node, StringBuilder shown) {
    switch (node.path("type").asString("")) {
      case "text", "plain_text", "mrkdwn" -> shown.append(node.path("text").asString());
      case "link" -> shown.append(node.path("text").asString(node.path("url").asString()));
      case "user" -> shown.append("<@").append(node.path("user_id").asString()).append('>');
      case "header", "button" -> collect(node.path("text"), shown);
      case "section" -> {
        collect(node.path("text"), shown);
        collect(node.path("accessory"), shown.append(' '));
      }
      default -> {
        for (JsonNode element : node.path("elements")) {
          collect(element, shown);
          if (element.path("type").asString("").equals("rich_text_section")) {
            shown.append('\n');
          }
        }
      }
    }
  }

  /** What stands on its buttons and in its menus. */
  public List<String> labels() {
    return controls().stream().map(Control::label).toList();
  }

  Optional<Control> control(String label) {
    return controls().stream().filter(each -> each.label().equals(label)).findFirst();
  }

  private List<Control> controls() {
    List<Control> controls = new ArrayList<>();
    for (JsonNode block : blocks) {
      if (block.has("accessory")) {
        Control.in(block, block.path("accessory"), controls);
      }
      if (block.path("type").asString("").equals("actions")) {
        for (JsonNode element : block.path("elements")) {
          Control.in(block, element, controls);
        }
      }
    }
    return controls;
  }

  /** Something to press: a button, or an option of a menu. */
  record Control(JsonNode block, JsonNode element, @Nullable JsonNode option, String label) {

    private static void in(JsonNode block, JsonNode element, List<Control> controls) {
      if (element.path("type").asString("").equals("button")) {
        controls.add(new Control(block, element, null, label(element)));
      }
      for (JsonNode option : element.path("options")) {
        controls.add(new Control(block, element, option, label(option)));
      }
    }

    private static String label(JsonNode node) {
      return node.path("text").path("text").asString();
    }
  }
}
