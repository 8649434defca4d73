package dev.aiwf.testkit.model;

import dev.aiwf.testkit.model.Play.Ends;
import dev.aiwf.testkit.model.Play.Usage;
import java.io.IOException;
import java.util.Optional;

/** Chunks of a chat completion. */
final class OpenAiSpeaking implements Format.Speaking {

  /** Calls are sent in pieces that are no JSON by themselves. */
  private static final int PIECE = 7;

  private final Out out;
  private final String model;
  private final Optional<Usage> usage;

  OpenAiSpeaking(Out out, String model, Optional<Usage> usage) {
    this.out = out;
    this.model = model;
    this.usage = usage;
  }

  @Override
  public void begin() throws IOException {
    delta("{'role': 'assistant', 'content': '', 'refusal': null}", "null");
  }

  @Override
  public void says(String text) throws IOException {
    delta("{'content': %s}", "null", Json.text(text));
  }

  @Override
  public void calls(int number, String tool, String json) throws IOException {
    delta(
        "{'tool_calls': [{'index': %d, 'id': 'call_x%d', 'type': 'function', 'function': {'name':"
            + " '%s', 'arguments': ''}}]}",
        "null", number, number, tool);
    for (int from = 0; from < json.length(); from += PIECE) {
      String piece = json.substring(from, Math.min(json.length(), from + PIECE));
      delta(
          "{'tool_calls': [{'index': %d, 'function': {'arguments': %s}}]}",
          "null", number, Json.text(piece));
    }
  }

  @Override
  public void end(Ends how, boolean called) throws IOException {
    String reason =
        switch (how) {
          case TOO_LONG -> "'length'";
          case FILTERED -> "'content_filter'";
          case WHOLE, CUT, UNENDED -> called ? "'tool_calls'" : "'stop'";
        };
    delta("{}", reason);
    if (usage.isPresent()) {
      int read = usage.get().read();
      int written = usage.get().written();
      chunk(
          "[]",
          Json.quoted(
              "{'prompt_tokens': %d, 'completion_tokens': %d, 'total_tokens': %d}",
              read, written, read + written));
    }
    out.data("[DONE]");
  }

  private void delta(String delta, String reason, Object... values) throws IOException {
    String said = Json.quoted(delta, values);
    chunk(
        "[{\"index\": 0, \"delta\": "
            + said
            + ", \"logprobs\": null, \"finish_reason\": "
            + reason.replace('\'', '"')
            + "}]",
        "null");
  }

  private void chunk(String choices, String counted) throws IOException {
    out.data(
        Json.quoted(
                "{'id': 'chatcmpl-1', 'object': 'chat.completion.chunk', 'created': 1772442000,"
                    + " 'model': '%s', 'service_tier': 'default', 'system_fingerprint': 'fp_1',",
                model)
            + " \"choices\": "
            + choices
            + ", \"usage\": "
            + counted
            + "}");
  }
}
