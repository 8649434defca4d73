package dev.aiwf.testkit.model;

import dev.aiwf.testkit.model.Asked.Message;
import dev.aiwf.testkit.model.Asked.Part;
import dev.aiwf.testkit.model.Asked.Role;
import dev.aiwf.testkit.model.Play.Trouble;
import dev.aiwf.testkit.model.Play.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Chat completions. */
final class OpenAiFormat implements Format {

  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "messages",
          "stream",
          "stream_options",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "max_tokens",
          "max_completion_tokens",
          "temperature");
  private static final Set<String> SCHEMA =
      Set.of(
          "type",
          "description",
          "properties",
          "required",
          "items",
          "enum",
          "additionalProperties",
          "$defs");

  @Override
  public String path() {
    return "/v1";
  }

  @Override
  public String endpoint(String model) {
    return "/chat/completions";
  }

  @Override
  public Map.Entry<String, String> key(String key) {
    return Map.entry("Authorization", "Bearer " + key);
  }

  @Override
  public String type() {
    return "text/event-stream; charset=utf-8";
  }

  @Override
  public Asked read(ObjectNode body, String model) throws Rejected {
    Rules.knows(body, FIELDS);
    if (!Rules.text(body, "model").equals(model)) {
      throw new Rejected(Trouble.NO_SUCH_MODEL, "another model");
    }
    if (!body.path("stream").asBoolean(false)
        || !body.path("stream_options").path("include_usage").asBoolean(false)) {
      throw new Rejected("a stream that tells its usage should be asked for");
    }
    List<String> tools = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      ObjectNode function = Rules.object(tool, "function");
      tools.add(Rules.toolName(function));
      if (function.has("parameters")) {
        Rules.schema(function.get("parameters"), SCHEMA);
      }
    }
    int most =
        body.has("max_tokens")
            ? Rules.number(body, "max_tokens")
            : Rules.number(body, "max_completion_tokens");
    JsonNode first = body.path("messages").path(0);
    if (!first.path("role").asString("").equals("system")) {
      throw new Rejected("instructions should come first");
    }
    return new Asked(
        Rules.text(first, "content"), messages(body.path("messages")), tools, most, body);
  }

  private static List<Message> messages(JsonNode all) throws Rejected {
    List<Message> messages = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      JsonNode each = all.get(i);
      String role = Rules.text(each, "role");
      switch (role) {
        case "user" ->
            Rules.add(messages, Role.USER, List.of(new Part.Text(Rules.text(each, "content"))));
        case "assistant" -> Rules.add(messages, Role.MODEL, spoken(each));
        case "tool" ->
            Rules.add(
                messages,
                Role.USER,
                List.of(
                    new Part.Result(
                        Rules.text(each, "tool_call_id"), Rules.text(each, "content"))));
        default -> throw new Rejected("no such role here: " + role);
      }
    }
    return Rules.inTurn(messages);
  }

  private static List<Part> spoken(JsonNode message) throws Rejected {
    List<Part> parts = new ArrayList<>();
    if (message.path("content").isString()) {
      parts.add(new Part.Text(Rules.text(message, "content")));
    }
    for (JsonNode call : message.path("tool_calls")) {
      ObjectNode function = Rules.object(call, "function");
      try {
        parts.add(
            new Part.Call(
                Rules.text(call, "id"),
                Rules.text(function, "name"),
                Json.read(Rules.text(function, "arguments"))));
      } catch (JacksonException e) {
        throw new Rejected("arguments should be JSON");
      }
    }
    return parts;
  }

  @Override
  public int status(Trouble trouble) {
    return switch (trouble) {
      case KEY -> 401;
      case NO_SUCH_MODEL -> 404;
      case TOO_FAST, UNPAID -> 429;
      case TOO_LONG, NOT_UNDERSTOOD -> 400;
      case OUT_OF_ORDER -> 503;
    };
  }

  @Override
  public String error(Trouble trouble) {
    String code =
        switch (trouble) {
          case KEY -> "invalid_api_key";
          case NO_SUCH_MODEL -> "model_not_found";
          case TOO_FAST -> "rate_limit_exceeded";
          case UNPAID -> "insufficient_quota";
          case TOO_LONG -> "context_length_exceeded";
          case NOT_UNDERSTOOD -> "invalid_value";
          case OUT_OF_ORDER -> "server_error";
        };
    return Json.quoted(
        "{'error': {'message': 'Trouble with %s', 'type': 'error', 'param': null, 'code': '%s'}}",
        FakeModel.KEY, code);
  }

  @Override
  public Speaking speaking(Out out, String model, Optional<Usage> usage) {
    return new OpenAiSpeaking(out, model, usage);
  }
}
