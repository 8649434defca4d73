package dev.aiwf.testkit.slack;

import static dev.aiwf.testkit.slack.Rules.array;
import static dev.aiwf.testkit.slack.Rules.fields;
import static dev.aiwf.testkit.slack.Rules.length;
import static dev.aiwf.testkit.slack.Rules.no;
import static dev.aiwf.testkit.slack.Rules.oneOf;
import static dev.aiwf.testkit.slack.Rules.plainText;

import tools.jackson.databind.JsonNode;

/** What Slack takes to be pressed and filled in. */
final class ElementRules {

  private ElementRules() {}

  static void interactive(JsonNode element) throws Rejected {
    switch (element.path("type").asString("")) {
      case "button" -> {
        fields(element, "type", "text", "action_id", "value", "style", "accessibility_label");
        plainText(element.path("text"), 75, "button");
        length(element.path("action_id"), 1, 255, "action_id");
        length(element.path("value"), 1, 2_000, "value");
        if (element.has("style")) {
          oneOf(element.path("style"), "button style", "primary", "danger");
        }
      }
      case "static_select" -> select(element);
      default -> throw no("element " + element.path("type"));
    }
  }

  static void input(JsonNode element) throws Rejected {
    switch (element.path("type").asString("")) {
      case "plain_text_input" -> {
        fields(
            element,
            "type",
            "action_id",
            "multiline",
            "initial_value",
            "min_length",
            "max_length",
            "placeholder",
            "focus_on_load");
        length(element.path("action_id"), 1, 255, "action_id");
        int most = element.path("max_length").asInt(3_000);
        if (most < 1 || most > 3_000) {
          throw no("max_length " + most);
        }
        if (element.has("initial_value")) {
          length(element.path("initial_value"), 0, most, "initial_value");
        }
      }
      case "static_select" -> select(element);
      case "conversations_select" -> {
        fields(
            element,
            "type",
            "action_id",
            "placeholder",
            "initial_conversation",
            "default_to_current_conversation",
            "filter",
            "response_url_enabled",
            "focus_on_load");
        length(element.path("action_id"), 1, 255, "action_id");
        fields(
            element.path("filter"),
            "include",
            "exclude_external_shared_channels",
            "exclude_bot_users");
      }
      default -> throw no("input element " + element.path("type"));
    }
  }

  private static void select(JsonNode element) throws Rejected {
    fields(
        element, "type", "action_id", "placeholder", "options", "initial_option", "focus_on_load");
    length(element.path("action_id"), 1, 255, "action_id");
    if (element.has("placeholder")) {
      plainText(element.path("placeholder"), 150, "placeholder");
    }
    array(element.path("options"), 1, 100, "options");
    boolean begins = !element.has("initial_option");
    for (JsonNode option : element.path("options")) {
      fields(option, "text", "value", "description");
      plainText(option.path("text"), 75, "option");
      length(option.path("value"), 1, 150, "option value");
      if (option.has("description")) {
        plainText(option.path("description"), 75, "option description");
      }
      begins |= option.equals(element.path("initial_option"));
    }
    if (!begins) {
      throw no("initial_option is none of the options");
    }
  }
}
