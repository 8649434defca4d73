package dev.aiwf.testkit.discord;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call of Discord's API.
 *
 * @param method GET, POST and so on
 * @param path what follows the base address, in its parts
 * @param query what follows the question mark
 * @param body what was sent
 * @param files what was sent along, by name
 */
record Call(
    String method, List<String> path, String query, JsonNode body, Map<String, byte[]> files) {

  static Call read(HttpExchange exchange, String base) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String path = exchange.getRequestURI().getPath().substring(base.length());
    String query = exchange.getRequestURI().getQuery();
    Map<String, byte[]> files = new LinkedHashMap<>();
    String json = new String(bytes, StandardCharsets.UTF_8);
    if (type != null && type.startsWith("multipart/form-data")) {
      json = parts(bytes, type.substring(type.indexOf("boundary=") + 9), files);
    }
    return new Call(
        exchange.getRequestMethod(),
        List.of(path.split("/", -1)),
        query == null ? "" : query,
        json.isBlank() ? Json.object() : Json.read(json),
        files);
  }

  /** Takes the parts apart, byte for byte, and gives back the one that is JSON. */
  private static String parts(byte[] body, String boundary, Map<String, byte[]> files) {
    // One character for each byte, so that positions are the same in both.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String json = "";
    String[] parts = text.split("--" + Pattern.quote(boundary), -1);
    for (String part : parts) {
      int head = part.indexOf("\r\n\r\n");
      if (head < 0) {
        continue;
      }
      byte[] content =
          part.substring(head + 4, part.length() - 2).getBytes(StandardCharsets.ISO_8859_1);
      String name = quoted(part.substring(0, head), "filename");
      if (name == null) {
        json = new String(content, StandardCharsets.UTF_8);
      } else {
        files.put(name, content);
      }
    }
    return json;
  }

  private static @Nullable String quoted(String head, String name) {
    int at = head.indexOf(" " + name + "=\"");
    return at < 0
        ? null
        : head.substring(at + name.length() + 3, head.indexOf('"', at + name.length() + 3));
  }

  /** What is asked for after a name, if it is. */
  @Nullable String asked(String name) {
    for (String each : query.split("&", -1)) {
      if (each.startsWith(name + "=")) {
        return each.substring(name.length() + 1);
      }
    }
    return null;
  }

  /** The same for all calls of one kind: ids and tokens become a star. */
  String route() {
    StringBuilder route = new StringBuilder(method);
    for (String part : path) {
      route.append(part.matches("\\d+|token-of-.*") ? "/*" : "/" + part);
    }
    return route.toString().replaceFirst("/", " ");
  }
}
