package dev.aiwf.testkit.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Discord takes as a message, and whom it would call. */
final class MessageRules {

  static final int MODERN = 1 << 15;
  static final int EPHEMERAL = 1 << 6;

  private static final Set<String> KNOWN =
      Set.of(
          "content",
          "tts",
          "embeds",
          "flags",
          "components",
          "allowed_mentions",
          "attachments",
          "nonce",
          "enforce_nonce",
          "message_reference",
          "sticker_ids",
          "poll");
  private static final Pattern CALL = Pattern.compile("@(everyone|here)|<@!?(\\d+)>|<@&(\\d+)>");

  private MessageRules() {}

  /** Judges a message; {@code before} is what stood, where it is redrawn. */
  static void check(JsonNode body, Set<String> files, @Nullable JsonNode before) throws Rejected {
    for (String name : body.propertyNames()) {
      ComponentRules.need(KNOWN.contains(name), "unknown " + name);
    }
    boolean was = before != null && modern(before);
    boolean modern = modern(body) || (was && !body.has("flags"));
    ComponentRules.need(!was || modern, "components can't be left again");
    ComponentRules.length("nonce", body.path("nonce").asString(""), 0, 25);
    if (modern) {
      for (String old : List.of("content", "embeds", "poll", "sticker_ids")) {
        ComponentRules.need(!Json.says(body, old), old + " beside components");
      }
      ComponentRules.modern(body.path("components"), files);
    } else {
      ComponentRules.length("content", body.path("content").asString(""), 0, 2_000);
      ComponentRules.classic(body.path("components"));
    }
    if (!Json.says(body, "content") && !Json.says(body, "components") && files.isEmpty()) {
      throw new Rejected(400, 50_006, "Cannot send an empty message");
    }
    ComponentRules.need(files.size() <= 10, files.size() + " files");
  }

  private static boolean modern(JsonNode body) {
    return (body.path("flags").asInt(0) & MODERN) != 0;
  }

  /** Everybody whom it calls, as Discord would. */
  static List<String> calls(JsonNode body) {
    JsonNode allowed = body.path("allowed_mentions");
    List<String> calls = new ArrayList<>();
    Matcher found = CALL.matcher(texts(body));
    while (found.find()) {
      String kind =
          found.group(1) != null ? "everyone" : found.group(2) != null ? "users" : "roles";
      String who =
          found.group(1) != null
              ? found.group(1)
              : found.group(2) != null ? found.group(2) : found.group(3);
      if (allowed.isMissingNode()
          || has(allowed.path("parse"), kind)
          || has(allowed.path(kind), who)) {
        calls.add(who);
      }
    }
    return calls;
  }

  private static String texts(JsonNode body) {
    StringBuilder texts = new StringBuilder(body.path("content").asString(""));
    body.path("components").forEach(component -> texts(component, texts));
    return texts.toString();
  }

  private static void texts(JsonNode component, StringBuilder texts) {
    texts.append(component.path("content").asString("")).append('\n');
    component.path("components").forEach(inner -> texts(inner, texts));
  }

  private static boolean has(JsonNode list, String value) {
    for (JsonNode each : list) {
      if (each.asString().equals(value)) {
        return true;
      }
    }
    return false;
  }
}
