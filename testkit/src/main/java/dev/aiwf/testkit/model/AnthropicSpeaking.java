package dev.aiwf.testkit.model;

import dev.aiwf.testkit.model.Play.Ends;
import dev.aiwf.testkit.model.Play.Usage;
import java.io.IOException;
import java.util.Optional;

/** The events of a message, block by block. */
final class AnthropicSpeaking implements Format.Speaking {

  private static final int PIECE = 7;

  private final Out out;
  private final String model;
  private final Optional<Usage> usage;
  private int block = -1;
  private boolean inText;

  AnthropicSpeaking(Out out, String model, Optional<Usage> usage) {
    this.out = out;
    this.model = model;
    this.usage = usage;
  }

  @Override
  public void begin() throws IOException {
    send(
        "message_start",
        "'message': {'id': 'msg_1', 'type': 'message', 'role': 'assistant', 'model': '%s',"
            + " 'content': [], 'stop_reason': null, 'stop_sequence': null, 'usage':"
            + " {'input_tokens': %d, 'output_tokens': 1}}",
        model,
        usage.map(Usage::read).orElse(0));
    out.event("ping", "{\"type\": \"ping\"}");
  }

  @Override
  public void says(String text) throws IOException {
    if (!inText) {
      close();
      open("{'type': 'text', 'text': ''}");
      inText = true;
    }
    send(
        "content_block_delta",
        "'index': %d, 'delta': {'type': 'text_delta', 'text': %s}",
        block,
        Json.text(text));
  }

  @Override
  public void calls(int number, String tool, String json) throws IOException {
    close();
    open("{'type': 'tool_use', 'id': 'toolu_x%d', 'name': '%s', 'input': {}}", number, tool);
    for (int from = 0; from < json.length(); from += PIECE) {
      String piece = json.substring(from, Math.min(json.length(), from + PIECE));
      send(
          "content_block_delta",
          "'index': %d, 'delta': {'type': 'input_json_delta', 'partial_json': %s}",
          block,
          Json.text(piece));
    }
  }

  @Override
  public void end(Ends how, boolean called) throws IOException {
    close();
    String reason =
        switch (how) {
          case TOO_LONG -> "max_tokens";
          case FILTERED -> "refusal";
          case WHOLE, CUT, UNENDED -> called ? "tool_use" : "end_turn";
        };
    send(
        "message_delta",
        "'delta': {'stop_reason': '%s', 'stop_sequence': null}, 'usage': {'output_tokens': %d}",
        reason,
        usage.map(Usage::written).orElse(0));
    out.event("message_stop", "{\"type\": \"message_stop\"}");
  }

  private void open(String start, Object... values) throws IOException {
    block++;
    send(
        "content_block_start",
        "'index': %d, 'content_block': %s",
        block,
        Json.quoted(start, values));
  }

  private void close() throws IOException {
    if (block >= 0) {
      send("content_block_stop", "'index': %d", block);
    }
    inText = false;
  }

  private void send(String type, String json, Object... values) throws IOException {
    out.event(type, "{\"type\": \"" + type + "\", " + Json.quoted(json, values) + "}");
  }
}
