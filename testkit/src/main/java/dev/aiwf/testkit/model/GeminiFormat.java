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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gemini's contents. */
final class GeminiFormat implements Format {

  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "contents",
          "systemInstruction",
          "tools",
          "toolConfig",
          "generationConfig",
          "safetySettings");

  /** No word for further properties: an unknown one is refused. */
  private static final Set<String> SCHEMA =
      Set.of("type", "description", "properties", "required", "items", "enum", "format");

  @Override
  public String path() {
    return "/v1beta";
  }

  @Override
  public String endpoint(String model) {
    return "/models/" + model + ":streamGenerateContent?alt=sse";
  }

  @Override
  public Map.Entry<String, String> key(String key) {
    return Map.entry("x-goog-api-key", key);
  }

  @Override
  public String type() {
    return "text/event-stream";
  }

  @Override
  public Asked read(ObjectNode body, String model) throws Rejected {
    Rules.knows(body, FIELDS);
    List<String> tools = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      for (JsonNode declared : tool.path("functionDeclarations")) {
        tools.add(Rules.toolName(declared));
        if (declared.has("parameters")) {
          schema(declared.get("parameters"));
        }
      }
    }
    JsonNode instructions = body.path("systemInstruction").path("parts").path(0);
    List<Message> messages = new ArrayList<>();
    for (JsonNode content : body.path("contents")) {
      Role role = role(content);
      List<Part> parts = new ArrayList<>();
      for (JsonNode part : content.path("parts")) {
        parts.add(part(part));
      }
      // This one takes contents of one side together by itself.
      Rules.add(messages, role, parts);
    }
    return new Asked(
        Rules.text(instructions, "text"),
        Rules.inTurn(messages),
        tools,
        Rules.number(body.path("generationConfig"), "maxOutputTokens"),
        body);
  }

  private static void schema(JsonNode schema) throws Rejected {
    Rules.schema(schema, SCHEMA);
    if (schema.path("properties").isEmpty()) {
      throw new Rejected("properties should not be empty for an object");
    }
  }

  private static Role role(JsonNode content) throws Rejected {
    return switch (Rules.text(content, "role")) {
      case "user", "function" -> Role.USER;
      case "model" -> Role.MODEL;
      default -> throw new Rejected("no such role here: " + content.path("role"));
    };
  }

  private static Part part(JsonNode part) throws Rejected {
    if (part.path("functionCall") instanceof ObjectNode call) {
      return new Part.Call(
          Rules.text(call, "name"), Rules.text(call, "name"), Rules.object(call, "args"));
    }
    if (part.path("functionResponse") instanceof ObjectNode response) {
      return new Part.Result(
          Rules.text(response, "name"),
          Rules.object(response, "response").values().stream()
              .map(JsonNode::asString)
              .findFirst()
              .orElse(""));
    }
    return new Part.Text(Rules.text(part, "text"));
  }

  @Override
  public int status(Trouble trouble) {
    return switch (trouble) {
      case KEY, TOO_LONG, NOT_UNDERSTOOD -> 400;
      case NO_SUCH_MODEL -> 404;
      case TOO_FAST -> 429;
      case UNPAID -> 402;
      case OUT_OF_ORDER -> 503;
    };
  }

  @Override
  public String error(Trouble trouble) {
    String state =
        switch (trouble) {
          case KEY, TOO_LONG, NOT_UNDERSTOOD -> "INVALID_ARGUMENT";
          case NO_SUCH_MODEL -> "NOT_FOUND";
          case TOO_FAST -> "RESOURCE_EXHAUSTED";
          case UNPAID -> "FAILED_PRECONDITION";
          case OUT_OF_ORDER -> "UNAVAILABLE";
        };
    String message =
        switch (trouble) {
          case KEY -> "API key not valid. Please pass a valid API key.";
          case TOO_LONG -> "The input token count (2000000) exceeds the maximum (1048576).";
          case NO_SUCH_MODEL, TOO_FAST, UNPAID, NOT_UNDERSTOOD, OUT_OF_ORDER ->
              "Trouble with " + FakeModel.KEY;
        };
    return Json.quoted(
        "{'error': {'code': %d, 'message': '%s', 'status': '%s'}}",
        status(trouble), message, state);
  }

  @Override
  public Speaking speaking(Out out, String model, Optional<Usage> usage) {
    return new GeminiSpeaking(out, model, usage);
  }
}
