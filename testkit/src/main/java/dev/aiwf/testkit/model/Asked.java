package dev.aiwf.testkit.model;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A request as a model understands it, in whoever's format it came.
 *
 * @param tools the names of those it may call
 * @param most how many tokens it may write
 * @param body the request as it came
 */
public record Asked(
    String instructions, List<Message> messages, List<String> tools, int most, JsonNode body) {

  public Asked {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /** Who says something. */
  public enum Role {
    USER,
    MODEL
  }

  /** One side's turn to speak. */
  public record Message(Role role, List<Part> parts) {
    public Message {
      parts = List.copyOf(parts);
    }

    /** Its words alone. */
    public String text() {
      return parts.stream()
          .filter(Part.Text.class::isInstance)
          .map(part -> ((Part.Text) part).text())
          .collect(Collectors.joining("\n"));
    }
  }

  /** A piece of what is said. */
  public sealed interface Part {
    record Text(String text) implements Part {}

    /**
     * A call.
     *
     * @param id what its result is found by: its name where a provider has no ids
     */
    record Call(String id, String tool, JsonNode with) implements Part {}

    record Result(String id, String text) implements Part {}
  }

  /** All words that our side says, in order. */
  public String told() {
    return messages.stream()
        .filter(message -> message.role() == Role.USER)
        .map(Message::text)
        .collect(Collectors.joining("\n"));
  }

  /** All that tools came to, in order. */
  public List<String> results() {
    return messages.stream()
        .flatMap(message -> message.parts().stream())
        .filter(Part.Result.class::isInstance)
        .map(part -> ((Part.Result) part).text())
        .toList();
  }
}
