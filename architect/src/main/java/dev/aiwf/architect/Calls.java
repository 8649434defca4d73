package dev.aiwf.architect;

import dev.aiwf.core.port.Architect.Call;
import dev.aiwf.core.port.Architect.Listener;
import dev.aiwf.core.port.Architect.Result;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a model's calls, one after the other. */
final class Calls {

  private static final int MOST_AT_ONCE = 16;

  private static final Result NO_JSON =
      new Result("The call was not made: its arguments are no JSON object.", true);
  private static final Result AGAIN =
      new Result(
          "The call was not made: it is the same as one before, and so is its result. Go on with"
              + " what you have, or answer.",
          true);
  private static final Result TOO_MANY =
      new Result("The call was not made: these are too many at once.", true);
  private static final Result STOPPED = new Result("The call was not made: it was stopped.", true);

  private final Listener listener;
  private final Fence fence;
  private final Set<Call> made = new HashSet<>();
  private int named;

  Calls(Listener listener, Fence fence) {
    this.listener = listener;
    this.fence = fence;
  }

  /**
   * What came of them.
   *
   * @param fresh whether any of them was new
   */
  record Made(Exchange exchange, boolean fresh) {}

  /**
   * Makes all calls of one message.
   *
   * @param room how many tokens their results may have together
   */
  Made make(Voice by, AiMessage message, int room) throws InterruptedException {
    List<ToolExecutionRequest> asked = new ArrayList<>();
    List<ToolExecutionResultMessage> results = new ArrayList<>();
    int before = made.size();
    int left = room;
    for (ToolExecutionRequest request : message.toolExecutionRequests()) {
      Optional<Map<String, Object>> with = Arguments.read(request.arguments());
      Result result = results.size() < MOST_AT_ONCE ? result(request, with) : TOO_MANY;
      ToolExecutionRequest sound = sound(request, with.isPresent());
      String text = Tokens.cut(result.text(), left);
      left = Math.max(0, left - Tokens.of(text) - Tokens.of(sound));
      asked.add(sound);
      results.add(told(sound, text, result.refused()));
    }
    AiMessage calls = message.toBuilder().toolExecutionRequests(asked).build();
    return new Made(new Exchange(by, calls, results), made.size() > before);
  }

  private Result result(ToolExecutionRequest request, Optional<Map<String, Object>> with)
      throws InterruptedException {
    if (listener.stopped()) {
      return STOPPED;
    }
    if (with.isEmpty()) {
      return NO_JSON;
    }
    Call call = new Call(String.valueOf(request.name()), with.get());
    return made.add(call) ? listener.call(call) : AGAIN;
  }

  /** What is sent back must be JSON and have an id, or providers and the library refuse it. */
  private ToolExecutionRequest sound(ToolExecutionRequest request, boolean json) {
    String id = request.id();
    named++;
    return request.toBuilder()
        .id(id == null || id.isBlank() ? "call_" + named : id)
        .arguments(json && !request.arguments().isBlank() ? request.arguments() : "{}")
        .build();
  }

  private ToolExecutionResultMessage told(
      ToolExecutionRequest request, String text, boolean refused) {
    return ToolExecutionResultMessage.builder()
        .id(request.id())
        .toolName(request.name())
        .text(fence.result(text))
        .isError(refused)
        .build();
  }
}
