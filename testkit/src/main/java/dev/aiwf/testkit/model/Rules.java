package dev.aiwf.testkit.model;

import dev.aiwf.testkit.model.Asked.Message;
import dev.aiwf.testkit.model.Asked.Part;
import dev.aiwf.testkit.model.Asked.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What all providers hold a request to. */
final class Rules {

  private static final Pattern TOOL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_-]{0,63}");

  private Rules() {}

  static void knows(JsonNode object, Set<String> names) throws Rejected {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (!names.contains(each.getKey())) {
        throw new Rejected("unknown field " + each.getKey() + " in " + object);
      }
    }
  }

  static ObjectNode object(JsonNode parent, String name) throws Rejected {
    if (parent.path(name) instanceof ObjectNode object) {
      return object;
    }
    throw new Rejected(name + " should be an object in " + parent);
  }

  /** Text that is there and says something. */
  static String text(JsonNode parent, String name) throws Rejected {
    JsonNode text = parent.path(name);
    if (!text.isString() || text.stringValue().isBlank()) {
      throw new Rejected(name + " should be a text in " + parent);
    }
    return text.stringValue();
  }

  static int number(JsonNode parent, String name) throws Rejected {
    if (!parent.path(name).isInt() || parent.path(name).intValue() < 1) {
      throw new Rejected(name + " should be a number in " + parent);
    }
    return parent.path(name).intValue();
  }

  static String toolName(JsonNode tool) throws Rejected {
    String name = text(tool, "name");
    if (!TOOL.matcher(name).matches()) {
      throw new Rejected("no tool may be called " + name);
    }
    text(tool, "description");
    return name;
  }

  /** A schema: an object whose parts have types, and whose required parts are there. */
  static void schema(JsonNode schema, Set<String> names) throws Rejected {
    knows(schema, names);
    String type = text(schema, "type");
    switch (type.toLowerCase(java.util.Locale.ROOT)) {
      case "object" -> {
        ObjectNode parts = object(schema, "properties");
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
          schema(part.getValue(), names);
        }
        for (JsonNode required : schema.path("required")) {
          if (!parts.has(required.asString())) {
            throw new Rejected("required, and not there: " + required);
          }
        }
      }
      case "array" -> schema(object(schema, "items"), names);
      case "string", "number", "integer", "boolean" -> {
        // Any of these will do.
      }
      default -> throw new Rejected("no type: " + type);
    }
  }

  /** Our side begins and ends, the sides take turns, and calls get their results at once. */
  static List<Message> inTurn(List<Message> messages) throws Rejected {
    if (messages.isEmpty() || messages.getFirst().role() != Role.USER) {
      throw new Rejected("the talk should begin with a user's message");
    }
    if (messages.getLast().role() != Role.USER) {
      throw new Rejected("the talk should end with a user's message");
    }
    List<String> open = List.of();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (i > 0 && messages.get(i - 1).role() == message.role()) {
        throw new Rejected("roles should alternate");
      }
      if (message.parts().isEmpty()) {
        throw new Rejected("a message should not be empty");
      }
      List<String> results = new ArrayList<>();
      List<String> calls = new ArrayList<>();
      for (Part part : message.parts()) {
        switch (part) {
          case Part.Result(String id, _) -> results.add(id);
          case Part.Call(String id, _, _) -> calls.add(id);
          case Part.Text _ -> {
            // Words may stand anywhere.
          }
        }
      }
      if (!results.equals(open)) {
        throw new Rejected("calls " + open + " should be followed by their results: " + results);
      }
      open = List.copyOf(calls);
    }
    return messages;
  }

  /** Takes messages of one side together. */
  static void add(List<Message> messages, Role role, List<Part> parts) {
    if (!messages.isEmpty() && messages.getLast().role() == role) {
      List<Part> all = new ArrayList<>(messages.removeLast().parts());
      all.addAll(parts);
      messages.add(new Message(role, all));
    } else {
      messages.add(new Message(role, parts));
    }
  }
}
