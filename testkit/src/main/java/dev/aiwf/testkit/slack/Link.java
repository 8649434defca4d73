package dev.aiwf.testkit.slack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One connection of Socket Mode, as Slack has it; public because Jetty calls nothing else. */
public final class Link implements Session.Listener.AutoDemanding {

  private static final Set<String> ACKNOWLEDGEMENT = Set.of("envelope_id", "payload");

  private final Consumer<Link> opened;
  private final Consumer<Link> closed;
  private final List<String> rejections;
  private final Map<String, Sent> waiting = new ConcurrentHashMap<>();
  private volatile @Nullable Session session;

  Link(Consumer<Link> opened, Consumer<Link> closed, List<String> rejections) {
    this.opened = opened;
    this.closed = closed;
    this.rejections = rejections;
  }

  @Override
  public void onWebSocketOpen(Session opening) {
    session = opening;
    opened.accept(this);
  }

  void hello(int connections) {
    ObjectNode hello = JsonMapper.shared().createObjectNode().put("type", "hello");
    hello.put("num_connections", connections);
    hello
        .putObject("debug_info")
        .put("host", "applink-1")
        .put("build_number", 1)
        .put("approximate_connection_time", 18_060);
    hello.putObject("connection_info").put("app_id", "A1");
    say(hello);
  }

  /** Tells that this connection ends soon. */
  void ending(String reason) {
    ObjectNode disconnect =
        JsonMapper.shared().createObjectNode().put("type", "disconnect").put("reason", reason);
    disconnect.putObject("debug_info").put("host", "applink-1");
    say(disconnect);
  }

  /** Sends something and does not care what comes of it. */
  void say(JsonNode frame) {
    Session open = session;
    if (open != null) {
      open.sendText(frame.toString(), Callback.NOOP);
    }
  }

  /** Ends it in good order. */
  void close() {
    closed.accept(this);
    Session open = session;
    if (open != null) {
      open.close();
    }
  }

  /** Ends it without a word, as a network does that is gone. */
  void cut() {
    closed.accept(this);
    Session open = session;
    if (open != null) {
      open.disconnect();
    }
  }

  Delivery send(ObjectNode envelope, Duration patience) {
    Sent sent = new Sent(envelope.path("accepts_response_payload").asBoolean());
    waiting.put(envelope.path("envelope_id").asString(), sent);
    say(envelope);
    try {
      JsonNode answer = sent.answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Delivery(Map.of(), envelope.toString(), 200, answer);
    } catch (TimeoutException | ExecutionException e) {
      return unheard(envelope);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unheard(envelope);
    }
  }

  static Delivery unheard(ObjectNode envelope) {
    return new Delivery(Map.of(), envelope.toString(), 0, JsonMapper.shared().createObjectNode());
  }

  @Override
  public void onWebSocketText(String text) {
    JsonNode answer;
    try {
      answer = JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      rejections.add("socket: an acknowledgement that is no JSON");
      return;
    }
    for (String name : answer.propertyNames()) {
      if (!ACKNOWLEDGEMENT.contains(name)) {
        rejections.add("socket: unknown " + name);
      }
    }
    Sent sent = waiting.remove(answer.path("envelope_id").asString(""));
    if (sent == null) {
      rejections.add("socket: nothing waits here for " + answer.path("envelope_id"));
    } else if (answer.has("payload") && !sent.answerable) {
      rejections.add("socket: an answer where none is taken");
    } else {
      sent.answer.complete(
          answer.has("payload") ? answer.path("payload") : JsonMapper.shared().createObjectNode());
    }
  }

  @Override
  public void onWebSocketClose(int statusCode, String reason, Callback callback) {
    closed.accept(this);
    waiting
        .values()
        .forEach(sent ->
            sent.answer.completeExceptionally(new IllegalStateException("the connection went")));
    callback.succeed();
  }

  /** A request that waits for its acknowledgement. */
  private record Sent(boolean answerable, CompletableFuture<JsonNode> answer) {
    Sent(boolean answerable) {
      this(answerable, new CompletableFuture<>());
    }
  }
}
