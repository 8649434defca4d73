package dev.aiwf.architect;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A talk as all providers take it: instructions first, then the two sides in turn, beginning and
 * ending with ours, none of them empty.
 */
final class Messages {

  private static final String BEFORE = "The talk until now:";
  private static final String GO_ON = "Go on.";

  private final List<ChatMessage> messages = new ArrayList<>();
  private final List<String> ours = new ArrayList<>();

  Messages(String instructions) {
    messages.add(SystemMessage.from(instructions));
  }

  void told(String text) {
    if (!text.isBlank()) {
      ours.add(text);
    }
  }

  void spoken(@Nullable String text) {
    if (text != null && !text.isBlank()) {
      handOver(BEFORE);
      messages.add(AiMessage.from(text));
    }
  }

  void exchange(Exchange exchange) {
    handOver(BEFORE);
    messages.add(exchange.calls());
    messages.addAll(exchange.results());
  }

  ChatRequest.Builder request(int longest) {
    handOver(GO_ON);
    return ChatRequest.builder().messages(messages).maxOutputTokens(longest);
  }

  /** Ends what our side says. */
  private void handOver(String otherwise) {
    boolean needed = messages.size() == 1 || messages.getLast() instanceof AiMessage;
    if (!ours.isEmpty()) {
      messages.add(UserMessage.from(String.join("\n\n", ours)));
      ours.clear();
    } else if (needed) {
      messages.add(UserMessage.from(otherwise));
    }
  }
}
