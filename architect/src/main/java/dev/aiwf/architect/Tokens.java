package dev.aiwf.architect;

import dev.aiwf.core.port.Architect.Shape;
import dev.aiwf.core.port.Architect.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimates tokens without any provider's tables, rather too many than too few. */
final class Tokens {

  /** English has four or more to a token, code and other languages fewer. */
  private static final int BYTES = 3;

  /** What surrounds each message, tool or call. */
  private static final int AROUND = 8;

  /** What surrounds a part of what a tool takes, and one of the options it may be. */
  private static final int SHAPE = 32;

  private static final int OPTION = 2;

  private Tokens() {}

  static int of(@Nullable String text) {
    return text == null ? 0 : Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES);
  }

  static int of(List<ChatMessage> messages) {
    return messages.stream().mapToInt(Tokens::of).sum();
  }

  static int of(ChatMessage message) {
    return AROUND
        + switch (message) {
          case SystemMessage system -> of(system.text());
          case UserMessage user -> of(user.singleText());
          case ToolExecutionResultMessage result -> of(result.text());
          case AiMessage ai -> of(ai.text()) + calls(ai);
          default -> of(message.toString());
        };
  }

  private static int calls(AiMessage message) {
    return message.toolExecutionRequests().stream().mapToInt(Tokens::of).sum();
  }

  static int of(ToolExecutionRequest call) {
    return AROUND + of(call.name()) + of(call.arguments());
  }

  static int of(Tool tool) {
    return AROUND + of(tool.name()) + of(tool.purpose()) + of(tool.takes());
  }

  /** Without writing it down: what its JSON needs besides words is much the same for each part. */
  private static int of(Shape shape) {
    return SHAPE
        + of(shape.what())
        + switch (shape) {
          case Shape.Text _, Shape.Number _ -> 0;
          case Shape.OneOf(_, var options) ->
              options.stream().mapToInt(option -> OPTION + of(option)).sum();
          case Shape.Many(_, var each, _) -> of(each);
          case Shape.Fields(_, var fields, _) ->
              fields.entrySet().stream()
                  // Once as a part, and once among those that are required.
                  .mapToInt(part -> 2 * of(part.getKey()) + of(part.getValue()))
                  .sum();
        };
  }

  /** As much of a text as there is room for, saying so where that is not all. */
  static String cut(String text, int most) {
    if (of(text) <= most) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int end = Math.max(0, Math.min(bytes.length, most * BYTES));
    while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8) + "\n[cut: there is no room for more]";
  }
}
