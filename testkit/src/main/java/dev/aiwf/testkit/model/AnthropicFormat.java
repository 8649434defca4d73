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
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Anthropic's messages. */
final class AnthropicFormat implements Format {

  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "messages",
          "system",
          "max_tokens",
          "stream",
          "tools",
          "tool_choice",
          "temperature");
  private static final Set<String> SCHEMA =
      Set.of(
          "type", "description", "properties", "required", "items", "enum", "additionalProperties");
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]+");

  @Override
  public String path() {
    return "/v1";
  }

  @Override
  public String endpoint(String model) {
    return "/messages";
  }

  @Override
  public Map.Entry<String, String> key(String key) {
    return Map.entry("x-api-key", key);
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
    if (!body.path("stream").asBoolean(false)) {
      throw new Rejected("a stream should be asked for");
    }
    List<String> tools = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      tools.add(Rules.toolName(tool));
      Rules.schema(Rules.object(tool, "input_schema"), SCHEMA);
    }
    List<Message> messages = messages(body.path("messages"));
    if (tools.isEmpty()
        && messages.stream()
            .flatMap(message -> message.parts().stream())
            .anyMatch(part -> !(part instanceof Part.Text))) {
      throw new Rejected("a talk with calls in it should come with tools");
    }
    JsonNode system = body.path("system");
    String instructions =
        system.isString() ? system.stringValue() : Rules.text(system.path(0), "text");
    return new Asked(instructions, messages, tools, Rules.number(body, "max_tokens"), body);
  }

  /** Not taken together where one side speaks twice: this provider's own rule is to refuse that. */
  private static List<Message> messages(JsonNode all) throws Rejected {
    List<Message> messages = new ArrayList<>();
    for (JsonNode each : all) {
      Role role =
          switch (Rules.text(each, "role")) {
            case "user" -> Role.USER;
            case "assistant" -> Role.MODEL;
            default -> throw new Rejected("no such role here: " + each.path("role"));
          };
      List<Part> parts = new ArrayList<>();
      if (each.path("content").isString()) {
        parts.add(new Part.Text(Rules.text(each, "content")));
      }
      for (JsonNode block : each.path("content")) {
        parts.add(part(block, role));
      }
      messages.add(new Message(role, parts));
    }
    return Rules.inTurn(messages);
  }

  private static Part part(JsonNode block, Role role) throws Rejected {
    String type = Rules.text(block, "type");
    if (type.equals("text")) {
      return new Part.Text(Rules.text(block, "text"));
    }
    if (type.equals("tool_use") && role == Role.MODEL) {
      return new Part.Call(
          id(block, "id"), Rules.text(block, "name"), Rules.object(block, "input"));
    }
    if (type.equals("tool_result") && role == Role.USER) {
      JsonNode content = block.path("content");
      return new Part.Result(
          id(block, "tool_use_id"),
          content.isString() ? content.stringValue() : Rules.text(content.path(0), "text"));
    }
    throw new Rejected("no such block here: " + type);
  }

  private static String id(JsonNode block, String name) throws Rejected {
    String id = Rules.text(block, name);
    if (!ID.matcher(id).matches()) {
      throw new Rejected("no id: " + id);
    }
    return id;
  }

  @Override
  public int status(Trouble trouble) {
    return switch (trouble) {
      case KEY -> 401;
      case NO_SUCH_MODEL -> 404;
      case TOO_FAST -> 429;
      case UNPAID, TOO_LONG, NOT_UNDERSTOOD -> 400;
      case OUT_OF_ORDER -> 529;
    };
  }

  @Override
  public String error(Trouble trouble) {
    String type =
        switch (trouble) {
          case KEY -> "authentication_error";
          case NO_SUCH_MODEL -> "not_found_error";
          case TOO_FAST -> "rate_limit_error";
          case UNPAID, TOO_LONG, NOT_UNDERSTOOD -> "invalid_request_error";
          case OUT_OF_ORDER -> "overloaded_error";
        };
    String message =
        switch (trouble) {
          case UNPAID -> "Your credit balance is too low to access the API";
          case TOO_LONG -> "prompt is too long: 200001 tokens > 200000 maximum";
          case KEY, NO_SUCH_MODEL, TOO_FAST, NOT_UNDERSTOOD, OUT_OF_ORDER ->
              "Trouble with " + FakeModel.KEY;
        };
    return Json.quoted(
        "{'type': 'error', 'error': {'type': '%s', 'message': '%s'}, 'request_id': 'req_1'}",
        type, message);
  }

  @Override
  public Speaking speaking(Out out, String model, Optional<Usage> usage) {
    return new AnthropicSpeaking(out, model, usage);
  }
}
