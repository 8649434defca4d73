package dev.aiwf.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Slack says over a socket. */
sealed interface Frame {

  /** The socket is up; from here on requests may come. */
  record Hello() implements Frame {}

  /**
   * The socket ends soon, and another one is to be opened.
   *
   * @param reason Slack's word for it
   */
  record Ending(String reason) implements Frame {}

  /**
   * A request, to be acknowledged by its id on the same socket.
   *
   * @param id names it
   * @param body what would be the body over HTTP
   * @param answerable whether an answer may go with the acknowledgement
   * @param headers what would be the headers over HTTP
   */
  record Envelope(String id, String body, boolean answerable, Map<String, List<String>> headers)
      implements Frame {}

  /** Nothing that is known. */
  record Other() implements Frame {}

  static Frame read(String text) {
    try {
      return read(JsonParser.parseString(text).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      return new Other();
    }
  }

  private static Frame read(JsonObject frame) {
    String type = text(frame, "type");
    return switch (type) {
      case "hello" -> new Hello();
      case "disconnect" -> new Ending(text(frame, "reason"));
      case "events_api", "interactive", "slash_commands" -> envelope(type, frame);
      default -> new Other();
    };
  }

  private static Frame envelope(String type, JsonObject frame) {
    JsonObject payload = frame.getAsJsonObject("payload");
    String id = text(frame, "envelope_id");
    if (payload == null || id.isEmpty()) {
      return new Other();
    }
    return new Envelope(
        id,
        // Over HTTP a command is a form, and Bolt reads nothing else.
        type.equals("slash_commands") ? form(payload) : payload.toString(),
        frame.has("accepts_response_payload")
            && frame.get("accepts_response_payload").getAsBoolean(),
        headers(frame));
  }

  private static Map<String, List<String>> headers(JsonObject frame) {
    Map<String, List<String>> headers = new HashMap<>();
    String attempt = text(frame, "retry_attempt");
    if (!attempt.isEmpty() && !attempt.equals("0")) {
      headers.put("X-Slack-Retry-Num", List.of(attempt));
      headers.put("X-Slack-Retry-Reason", List.of(text(frame, "retry_reason")));
    }
    return headers;
  }

  private static String form(JsonObject payload) {
    return payload.entrySet().stream()
        .filter(each -> each.getValue().isJsonPrimitive())
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue().getAsString()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(JsonObject object, String name) {
    @Nullable JsonElement value = object.get(name);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }
}
