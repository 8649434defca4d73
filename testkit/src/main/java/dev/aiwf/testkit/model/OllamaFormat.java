package dev.aiwf.testkit.model;

import dev.aiwf.testkit.model.Asked.Message;
import dev.aiwf.testkit.model.Asked.Part;
import dev.aiwf.testkit.model.Asked.Role;
import dev.aiwf.testkit.model.Play.Trouble;
import dev.aiwf.testkit.model.Play.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Ollama's chat. */
final class OllamaFormat implements Format {

  private static final Set<String> FIELDS =
      Set.of("model", "messages", "options", "format", "stream", "tools", "think", "keep_alive");
  private static final Set<String> SCHEMA =
      Set.of(
          "type", "description", "properties", "required", "items", "enum", "additionalProperties");

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String endpoint(String model) {
    return "api/chat";
  }

  /** It asks for none by itself; somebody put a door before this one. */
  @Override
  public Map.Entry<String, String> key(String key) {
    return Map.entry("Authorization", "Bearer " + key);
  }

  @Override
  public String type() {
    return "application/x-ndjson";
  }

  @Override
  public Asked read(ObjectNode body, String model) throws Rejected {
    Rules.knows(body, FIELDS);
    if (!Rules.text(body, "model").equals(model)) {
      throw new Rejected(Trouble.NO_SUCH_MODEL, "another model");
    }
    if (!body.path("stream").asBoolean(true)) {
      throw new Rejected("a stream should be asked for");
    }
    List<String> tools = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      ObjectNode function = Rules.object(tool, "function");
      tools.add(Rules.toolName(function));
      if (function.path("parameters") instanceof ObjectNode parameters) {
        Rules.schema(parameters, SCHEMA);
      }
    }
    JsonNode first = body.path("messages").path(0);
    if (!first.path("role").asString("").equals("system")) {
      throw new Rejected("instructions should come first");
    }
    return new Asked(
        Rules.text(first, "content"),
        messages(body.path("messages")),
        tools,
        Rules.number(body.path("options"), "num_predict"),
        body);
  }

  /** Calls have no ids: results are found by their order. */
  private static List<Message> messages(JsonNode all) throws Rejected {
    List<Message> messages = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    for (int i = 1; i < all.size(); i++) {
      JsonNode each = all.get(i);
      String role = Rules.text(each, "role");
      switch (role) {
        case "user" ->
            Rules.add(messages, Role.USER, List.of(new Part.Text(Rules.text(each, "content"))));
        case "assistant" -> Rules.add(messages, Role.MODEL, spoken(each, i, open));
        case "tool" -> {
          if (open.isEmpty()) {
            throw new Rejected("a result should follow its call");
          }
          Part result = new Part.Result(open.poll(), Rules.text(each, "content"));
          Rules.add(messages, Role.USER, List.of(result));
        }
        default -> throw new Rejected("no such role here: " + role);
      }
    }
    return Rules.inTurn(messages);
  }

  private static List<Part> spoken(JsonNode message, int number, Deque<String> open)
      throws Rejected {
    List<Part> parts = new ArrayList<>();
    if (!message.path("content").asString("").isEmpty()) {
      parts.add(new Part.Text(Rules.text(message, "content")));
    }
    for (JsonNode call : message.path("tool_calls")) {
      ObjectNode function = Rules.object(call, "function");
      String id = number + "-" + open.size();
      open.add(id);
      parts.add(
          new Part.Call(id, Rules.text(function, "name"), Rules.object(function, "arguments")));
    }
    return parts;
  }

  @Override
  public int status(Trouble trouble) {
    return switch (trouble) {
      case KEY -> 401;
      case NO_SUCH_MODEL -> 404;
      case TOO_FAST -> 429;
      case UNPAID -> 402;
      case TOO_LONG -> 413;
      case NOT_UNDERSTOOD -> 400;
      case OUT_OF_ORDER -> 503;
    };
  }

  @Override
  public String error(Trouble trouble) {
    return switch (trouble) {
      case NO_SUCH_MODEL -> Json.quoted("{'error': 'model not found, try pulling it first'}");
      case KEY, TOO_FAST, UNPAID, TOO_LONG, NOT_UNDERSTOOD, OUT_OF_ORDER ->
          Json.quoted("{'error': 'Trouble with %s'}", FakeModel.KEY);
    };
  }

  @Override
  public Speaking speaking(Out out, String model, Optional<Usage> usage) {
    return new OllamaSpeaking(out, model, usage);
  }
}
