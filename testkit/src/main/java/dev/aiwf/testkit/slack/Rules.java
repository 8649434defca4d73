package dev.aiwf.testkit.slack;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What holds for every part of a message. */
final class Rules {

  /** What calls everybody. The real Slack would do it; no message of ours may ever. */
  static final Pattern CALLS = Pattern.compile("<!(channel|here|everyone|subteam)");

  private Rules() {}

  static Rejected no(String detail) {
    return new Rejected("invalid_blocks", detail);
  }

  static void fields(JsonNode node, String... known) throws Rejected {
    for (String name : node.propertyNames()) {
      if (!Set.of(known).contains(name)) {
        throw no("field " + name + " in " + node.path("type"));
      }
    }
  }

  static void length(JsonNode node, int least, int most, String what) throws Rejected {
    if (!node.isString()) {
      throw no(what + " is no text");
    }
    int length = node.asString().length();
    if (length < least || length > most) {
      throw no("%s has %d characters, not %d to %d".formatted(what, length, least, most));
    }
  }

  static void array(JsonNode node, int least, int most, String what) throws Rejected {
    if (!node.isArray() || node.size() < least || node.size() > most) {
      throw no("%s has %d elements, not %d to %d".formatted(what, node.size(), least, most));
    }
  }

  static void oneOf(JsonNode node, String what, String... known) throws Rejected {
    if (!Set.of(known).contains(node.asString(""))) {
      throw no(what + " is " + node);
    }
  }

  static void plainText(JsonNode node, int most, String what) throws Rejected {
    oneOf(node.path("type"), what + "'s text", "plain_text");
    textObject(node, most, what);
  }

  static void textObject(JsonNode node, int most, String what) throws Rejected {
    switch (node.path("type").asString("")) {
      case "plain_text" -> fields(node, "type", "text", "emoji");
      case "mrkdwn" -> {
        fields(node, "type", "text", "verbatim");
        if (CALLS.matcher(node.path("text").asString("")).find()) {
          throw new Rejected("calls_everybody", what);
        }
      }
      default -> throw no(what + " has no text object");
    }
    length(node.path("text"), 1, most, what);
    if (node.path("text").asString().isBlank()) {
      throw no(what + " is blank");
    }
  }
}
