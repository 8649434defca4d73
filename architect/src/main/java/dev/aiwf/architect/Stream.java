package dev.aiwf.architect;

import dev.aiwf.architect.Fault.Kind;
import dev.aiwf.core.port.Architect.Listener;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request and what arrives for it. The model is read elsewhere, so that whoever waits can stop
 * it, or lose patience, while nothing arrives.
 */
final class Stream {

  private static final Duration GLANCE = Duration.ofMillis(100);

  private final InstantSource clock;
  private final Patience patience;
  private final Listener listener;
  private final String before;
  private final int longest;
  private final Instant until;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private boolean begun;

  /**
   * A stream that is not read yet.
   *
   * @param before what was said before in the same answer
   * @param longest how many letters are taken
   * @param until when all patience is at its end
   */
  Stream(
      InstantSource clock,
      Patience patience,
      Listener listener,
      String before,
      int longest,
      Instant until) {
    this.clock = clock;
    this.patience = patience;
    this.listener = listener;
    this.before = before;
    this.longest = longest;
    this.until = until;
  }

  Reply read(StreamingChatModel model, ChatRequest request) throws InterruptedException {
    Reading reading =
        Reading.begin(() -> Events.ask(model, request, events), () -> events.add(new Event.Over()));
    try {
      Reply reply = hear();
      if (reply instanceof Reply.Ended) {
        // A connection can be used again if it was read to its end, which comes at once or never.
        reading.join(GLANCE);
      }
      return reply;
    } finally {
      reading.stop();
    }
  }

  private Reply hear() throws InterruptedException {
    Instant last = clock.instant();
    while (true) {
      Event event = events.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
      if (listener.stopped()) {
        return new Reply.Stopped(text.toString());
      }
      Instant now = clock.instant();
      if (event != null) {
        last = now;
        Reply reply = taken(event);
        if (reply != null) {
          return reply;
        }
      }
      Duration quiet = begun ? patience.between() : patience.first();
      if (now.isAfter(until) || now.isAfter(last.plus(quiet))) {
        return new Reply.Failed(text.toString(), new Fault(Kind.LATE));
      }
    }
  }

  /** Takes this and all that has arrived besides, so that it is heard once. */
  private @Nullable Reply taken(Event first) {
    List<Event> arrived = new ArrayList<>(List.of(first));
    events.drainTo(arrived);
    int length = text.length();
    Reply end = null;
    for (Event each : arrived) {
      end = end == null ? taking(each) : end;
    }
    if (text.length() > length) {
      listener.hear(before + text);
    }
    return end == null && text.length() > longest ? new Reply.Overlong(text.toString()) : end;
  }

  private @Nullable Reply taking(Event event) {
    begun = true;
    return switch (event) {
      case Event.Text(String more) -> {
        text.append(more);
        yield null;
      }
      case Event.Busy _ -> null;
      case Event.Done(ChatResponse response) ->
          new Reply.Ended(
              text.toString(),
              response.aiMessage(),
              response.finishReason(),
              response.tokenUsage());
      case Event.Failed(Throwable thrown) -> new Reply.Failed(text.toString(), Faults.in(thrown));
      case Event.Over _ -> new Reply.Failed(text.toString(), new Fault(Kind.CUT));
    };
  }
}
