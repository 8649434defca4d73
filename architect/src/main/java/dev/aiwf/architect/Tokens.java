package dev.aiwf.architect;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Estimates tokens without any provider's tables, rather too many than too few. */
final class Tokens {

  /** English has four or more to a token, code and other languages fewer. */
  private static final int BYTES = 3;

  /** What surrounds each message, tool or call. */
  private static final int AROUND = 8;

  private Tokens() {}

  static int of(@Nullable String text) {
    return text == null ? 0 : Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES);
  }

  static int of(ChatRequest request) {
    int all = request.messages().stream().mapToInt(Tokens::of).sum();
    return all + request.toolSpecifications().stream().mapToInt(Tokens::of).sum();
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

  private static int of(ToolSpecification tool) {
    return AROUND + of(tool.toJson());
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
