package dev.aiwf.testkit.model;

import dev.aiwf.testkit.model.Play.Ends;
import dev.aiwf.testkit.model.Play.Usage;
import java.io.IOException;
import java.util.Optional;

/** Lines of Ollama's chat. */
final class OllamaSpeaking implements Format.Speaking {

  private final Out out;
  private final String model;
  private final Optional<Usage> usage;

  OllamaSpeaking(Out out, String model, Optional<Usage> usage) {
    this.out = out;
    this.model = model;
    this.usage = usage;
  }

  @Override
  public void begin() {
    // The first line is the beginning.
  }

  @Override
  public void says(String text) throws IOException {
    send("{'role': 'assistant', 'content': %s}, 'done': false", Json.text(text));
  }

  @Override
  public void calls(int number, String tool, String json) throws IOException {
    send(
        "{'role': 'assistant', 'content': '', 'tool_calls': [{'id': 'call_x%d', 'function':"
            + " {'index': %d, 'name': '%s', 'arguments': %s}}]}, 'done': false",
        number, number, tool, json);
  }

  @Override
  public void end(Ends how, boolean called) throws IOException {
    String counted =
        usage
            .map(each ->
                Json.quoted(
                    ", 'prompt_eval_count': %d, 'eval_count': %d", each.read(), each.written()))
            .orElse("");
    send(
        "{'role': 'assistant', 'content': ''}, 'done': true, 'done_reason': '%s',"
            + " 'total_duration': 4883583458, 'load_duration': 1334875%s",
        how == Ends.TOO_LONG ? "length" : "stop", counted);
  }

  private void send(String message, Object... values) throws IOException {
    out.line(
        Json.quoted("{'model': '%s', 'created_at': '2026-03-02T09:00:00.5Z', 'message': ", model)
            + Json.quoted(message, values)
            + "}");
  }
}
