package dev.aiwf.slack;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request's body carries.
 *
 * @param json as Slack sent it; none for a slash command, which comes as a form
 * @param type what the JSON calls itself; none if it does not say
 */
record Payload(@Nullable String json, @Nullable String type) {

  /** Looks at a body; none if it is nothing that Slack sends. */
  static Optional<Payload> in(String body) throws IOException {
    if (body.startsWith("{")) {
      return Optional.of(ofJson(body));
    }
    Optional<String> inForm = field(body, "payload");
    if (inForm.isPresent()) {
      return Optional.of(ofJson(inForm.get()));
    }
    return field(body, "command").map(_ -> new Payload(null, null));
  }

  private static Payload ofJson(String json) throws IOException {
    return new Payload(json, type(json));
  }

  /** Read past everything else, for building a tree of it is what Bolt does afterwards. */
  private static @Nullable String type(String json) throws IOException {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.beginObject();
      String type = null;
      while (reader.hasNext()) {
        if (reader.nextName().equals("type")) {
          type = reader.nextString();
        } else {
          reader.skipValue();
        }
      }
      reader.endObject();
      return type;
    }
  }

  private static Optional<String> field(String form, String name) {
    int from = 0;
    while (from < form.length()) {
      int end = form.indexOf('&', from);
      end = end < 0 ? form.length() : end;
      if (form.startsWith(name + "=", from)) {
        String value = form.substring(from + name.length() + 1, end);
        return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
      from = end + 1;
    }
    return Optional.empty();
  }
}
