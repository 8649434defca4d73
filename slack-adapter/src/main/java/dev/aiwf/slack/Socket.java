package dev.aiwf.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection over which Slack sends requests. Each is handled on a thread of its own, so that
 * none waits for another's place on disk, and acknowledged on this very connection, although a
 * newer one may stand by then: Slack knows an envelope only where it was sent.
 */
final class Socket extends WebSocketListener {

  /** How a connection came to its end. */
  enum End {
    /** Slack wants it to be replaced. */
    RENEW,
    /** The app's settings have Socket Mode switched off. */
    SWITCHED_OFF,
    /** It broke. */
    LOST
  }

  private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

  private static final int GOING_AWAY = 1001;

  private final Requests requests;
  private final Consumer<Socket> gone;
  private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
  private final CompletableFuture<End> ended = new CompletableFuture<>();
  private volatile @Nullable WebSocket connection;

  /** Hands requests on, and says when it is gone for good. */
  Socket(Requests requests, Consumer<Socket> gone) {
    this.requests = requests;
    this.gone = gone;
  }

  /** Done once Slack has said hello; false if the connection ended before that. */
  CompletableFuture<Boolean> greeted() {
    return greeted;
  }

  /** Done once another connection is needed. */
  CompletableFuture<End> ended() {
    return ended;
  }

  /** Ends it. What was not acknowledged by then, Slack brings again. */
  void close() {
    WebSocket open = connection;
    if (open != null && !open.close(GOING_AWAY, null)) {
      open.cancel();
    }
    over(End.LOST);
  }

  @Override
  public void onOpen(WebSocket webSocket, okhttp3.Response response) {
    connection = webSocket;
    if (ended.isDone()) {
      webSocket.cancel();
    }
  }

  @Override
  public void onMessage(WebSocket webSocket, String text) {
    switch (Frame.read(text)) {
      case Frame.Hello _ -> greeted.complete(true);
      case Frame.Ending(var reason) ->
          ended.complete(reason.equals("link_disabled") ? End.SWITCHED_OFF : End.RENEW);
      case Frame.Envelope envelope ->
          Thread.ofVirtual().name("slack-request").start(() -> handle(webSocket, envelope));
      case Frame.Other _ -> LOG.info("Slack said something over the socket that is not known");
    }
  }

  private void handle(WebSocket webSocket, Frame.Envelope envelope) {
    Response answer = requests.answer(envelope.body(), envelope.headers());
    // Not stored: Slack brings an event again, and whoever pressed is told by Slack that it failed.
    if (answer.getStatusCode() >= 500) {
      return;
    }
    if (!webSocket.send(acknowledgement(envelope, answer.getBody()))) {
      LOG.info("The connection went before an acknowledgement; Slack brings the request again");
    }
  }

  private static String acknowledgement(Frame.Envelope envelope, @Nullable String body) {
    JsonObject acknowledgement = new JsonObject();
    acknowledgement.addProperty("envelope_id", envelope.id());
    if (envelope.answerable() && body != null && body.startsWith("{")) {
      acknowledgement.add("payload", JsonParser.parseString(body));
    }
    return acknowledgement.toString();
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    var _ = webSocket.close(code, null);
    over(End.LOST);
  }

  @Override
  public void onClosed(WebSocket webSocket, int code, String reason) {
    over(End.LOST);
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable t, okhttp3.@Nullable Response response) {
    LOG.debug("A connection to Slack broke: {}", t.getClass().getSimpleName());
    over(End.LOST);
  }

  private void over(End end) {
    greeted.complete(false);
    ended.complete(end);
    gone.accept(this);
  }
}
