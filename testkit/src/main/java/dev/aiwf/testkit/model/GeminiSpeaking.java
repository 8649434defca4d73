package dev.aiwf.testkit.model;

import dev.aiwf.testkit.model.Play.Ends;
import dev.aiwf.testkit.model.Play.Usage;
import java.io.IOException;
import java.util.Optional;

/** Parts of Gemini's contents. */
final class GeminiSpeaking implements Format.Speaking {

  private final Out out;
  private final String model;
  private final Optional<Usage> usage;

  GeminiSpeaking(Out out, String model, Optional<Usage> usage) {
    this.out = out;
    this.model = model;
    this.usage = usage;
  }

  @Override
  public void begin() {
    // The first part is the beginning.
  }

  @Override
  public void says(String text) throws IOException {
    send("'content': {'parts': [{'text': %s}], 'role': 'model'},", Json.text(text));
  }

  @Override
  public void calls(int number, String tool, String json) throws IOException {
    send(
        "'content': {'parts': [{'functionCall': {'name': '%s', 'args': %s}}], 'role': 'model'},",
        tool, json);
  }

  @Override
  public void end(Ends how, boolean called) throws IOException {
    String reason =
        switch (how) {
          case TOO_LONG -> "MAX_TOKENS";
          case FILTERED -> "SAFETY";
          case WHOLE, CUT, UNENDED -> "STOP";
        };
    send("'content': {'parts': [{'text': ''}], 'role': 'model'}, 'finishReason': '%s',", reason);
  }

  private void send(String candidate, Object... values) throws IOException {
    String counted =
        usage
            .map(each ->
                Json.quoted(
                    ", 'usageMetadata': {'promptTokenCount': %d, 'candidatesTokenCount': %d,"
                        + " 'totalTokenCount': %d}",
                    each.read(), each.written(), each.read() + each.written()))
            .orElse("");
    out.data(
        "{\"candidates\": [{"
            + Json.quoted(candidate, values)
            + " \"index\": 0}]"
            + counted
            + Json.quoted(", 'modelVersion': '%s', 'responseId': 'r1'}", model));
  }
}
