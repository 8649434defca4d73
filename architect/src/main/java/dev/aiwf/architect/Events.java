package dev.aiwf.architect;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.Queue;

/** Puts what a model streams in a queue. */
final class Events implements StreamingChatResponseHandler {

  private final Queue<Event> queue;

  private Events(Queue<Event> queue) {
    this.queue = queue;
  }

  /** Returns once the answer begins or asking has failed; the rest comes from another thread. */
  static void ask(StreamingChatModel model, ChatRequest request, Queue<Event> queue) {
    try {
      model.chat(request, new Events(queue));
    } catch (RuntimeException e) {
      queue.add(new Event.Failed(e));
    }
  }

  @Override
  public void onPartialResponse(String more) {
    queue.add(new Event.Text(more));
  }

  @Override
  public void onPartialThinking(PartialThinking thinking) {
    queue.add(new Event.Busy());
  }

  @Override
  public void onPartialToolCall(PartialToolCall call) {
    queue.add(new Event.Busy());
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    queue.add(new Event.Done(response));
  }

  @Override
  public void onError(Throwable thrown) {
    queue.add(new Event.Failed(thrown));
  }
}
