package dev.aiwf.architect;

import dev.aiwf.architect.Fault.Kind;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

/**
 * Stands before a provider's own listener: what that can't read would be logged with all that was
 * said, and then passed over. Here it ends the answer.
 */
final class Guarded implements ServerSentEventListener {

  private final ServerSentEventListener listener;
  private boolean over;

  Guarded(ServerSentEventListener listener) {
    this.listener = listener;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    if (over) {
      return;
    }
    try {
      listener.onEvent(event, context);
    } catch (RuntimeException e) {
      context.parsingHandle().cancel();
      onError(new Fault(Kind.BROKEN, null, e));
    }
  }

  @Override
  public void onError(Throwable thrown) {
    if (!over) {
      over = true;
      listener.onError(thrown);
    }
  }

  @Override
  public void onClose() {
    if (!over) {
      over = true;
      try {
        listener.onClose();
      } catch (RuntimeException e) {
        listener.onError(new Fault(Kind.BROKEN, null, e));
      }
    }
  }
}
