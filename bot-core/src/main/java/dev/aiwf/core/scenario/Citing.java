package dev.aiwf.core.scenario;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.Architect;
import dev.aiwf.core.project.MessageKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names the message that a recorded quotation stands in, where the recording leaves that out: which
 * number a message has is nothing that anybody wants to count by hand.
 */
final class Citing {

  private static final String MESSAGE = "message";
  private static final String QUOTE = "quote";

  private Citing() {}

  static Reply completed(Reply reply, List<Message> messages) {
    List<Message> said =
        messages.reversed().stream()
            .filter(message -> message.by() != null)
            .filter(message -> message.key().startsWith(MessageKeys.said("")))
            .toList();
    return new Reply(
        reply.line(),
        reply.says(),
        reply.calls().stream()
            .map(call -> new Architect.Call(call.tool(), completed(call.with(), said)))
            .toList(),
        reply.tokens(),
        reply.end(),
        reply.meanwhile());
  }

  private static Map<String, Object> completed(Map<String, Object> with, List<Message> said) {
    Map<String, Object> completed = new LinkedHashMap<>();
    with.forEach((name, value) -> completed.put(name, value(value, said)));
    if (with.get(QUOTE) instanceof String quote && !with.containsKey(MESSAGE)) {
      said.stream()
          .filter(message -> spaced(message.content().text()).contains(spaced(quote)))
          .findFirst()
          .ifPresent(message -> completed.put(MESSAGE, "m" + message.number()));
    }
    return completed;
  }

  private static Object value(Object value, List<Message> said) {
    return switch (value) {
      case List<?> list -> list.stream().map(each -> value(each, said)).toList();
      case Map<?, ?> map -> completed(named(map), said);
      default -> value;
    };
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
