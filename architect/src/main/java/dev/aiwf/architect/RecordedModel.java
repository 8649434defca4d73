package dev.aiwf.architect;

import dev.aiwf.architect.Fault.Kind;
import dev.aiwf.core.port.Architect.Call;
import dev.aiwf.core.scenario.Reply;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Answers one request after the other with what was recorded. */
final class RecordedModel implements StreamingChatModel {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Reply> replies;
  private final AtomicInteger asked = new AtomicInteger();
  private final Semaphore heard = new Semaphore(0);

  RecordedModel(List<Reply> replies) {
    this.replies = List.copyOf(replies);
  }

  int asked() {
    return asked.get();
  }

  /** What was said last was heard, and all that people did upon it is done. */
  void heard() {
    heard.release();
  }

  @Override
  public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
    int next = asked.getAndIncrement();
    if (next >= replies.size()) {
      handler.onError(new Fault(Kind.WRONG));
      return;
    }
    try {
      answer(replies.get(next), handler);
    } catch (InterruptedException e) {
      // It was stopped; nobody listens any more.
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Reply reply, StreamingChatResponseHandler handler)
      throws InterruptedException {
    if (!reply.says().isBlank()) {
      handler.onPartialResponse(reply.says());
      heard.acquire();
    }
    switch (reply.end()) {
      case WHOLE ->
          handler.onCompleteResponse(
              response(
                  reply,
                  reply.calls().isEmpty() ? FinishReason.STOP : FinishReason.TOOL_EXECUTION));
      case TOO_LONG -> handler.onCompleteResponse(response(reply, FinishReason.LENGTH));
      case REFUSED -> handler.onCompleteResponse(response(reply, FinishReason.CONTENT_FILTER));
      case CUT -> {
        // Nothing more comes.
      }
      case BROKEN -> handler.onError(new Fault(Kind.BROKEN));
      case LATE -> handler.onError(new Fault(Kind.LATE));
      case UNREACHABLE -> handler.onError(new Fault(Kind.UNREACHABLE));
      case BUSY -> handler.onError(new Fault(Kind.BUSY));
      case DOWN -> handler.onError(new Fault(Kind.DOWN));
      case KEY -> handler.onError(new Fault(Kind.KEY));
      case UNPAID -> handler.onError(new Fault(Kind.UNPAID));
    }
  }

  private static ChatResponse response(Reply reply, FinishReason reason) {
    ChatResponse.Builder response =
        ChatResponse.builder().aiMessage(message(reply)).finishReason(reason);
    Reply.Tokens tokens = reply.tokens();
    return tokens == null
        ? response.build()
        : response.tokenUsage(new TokenUsage(tokens.read(), tokens.written())).build();
  }

  private static AiMessage message(Reply reply) {
    AiMessage.Builder message = AiMessage.builder().text(reply.says());
    return reply.calls().isEmpty()
        ? message.build()
        : message
            .toolExecutionRequests(reply.calls().stream().map(RecordedModel::request).toList())
            .build();
  }

  private static ToolExecutionRequest request(Call call) {
    return ToolExecutionRequest.builder()
        .name(call.tool())
        .arguments(JSON.writeValueAsString(call.with()))
        .build();
  }
}
