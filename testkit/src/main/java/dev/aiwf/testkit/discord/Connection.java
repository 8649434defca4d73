package dev.aiwf.testkit.discord;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One connection to the gateway, as Discord has it; public because Jetty calls nothing else. */
public final class Connection implements Session.Listener.AutoDemanding {

  private static final int MOST_A_MINUTE = 120;

  private final Gateway gateway;
  private final Deque<Long> sent = new ArrayDeque<>();
  private volatile @Nullable Session socket;
  volatile Gateway.@Nullable Session session;

  Connection(Gateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public void onWebSocketOpen(Session opening) {
    opening.setIdleTimeout(Duration.ZERO);
    socket = opening;
    gateway.connections.add(this);
    var hello = Json.object().put("op", 10);
    hello.putObject("d").put("heartbeat_interval", gateway.heartbeat);
    send(hello);
  }

  void send(JsonNode frame) {
    Session open = socket;
    if (open != null && open.isOpen()) {
      open.sendText(frame.toString(), Callback.NOOP);
    }
  }

  /** Ends it with Discord's number for why. */
  void end(int code) {
    Session open = socket;
    if (open != null) {
      open.close(code, "", Callback.NOOP);
    }
  }

  /** Ends it without a word, as a network does that is gone. */
  void cut() {
    Session open = socket;
    if (open != null) {
      open.disconnect();
    }
  }

  @Override
  public void onWebSocketText(String text) {
    JsonNode frame;
    try {
      frame = Json.read(text);
    } catch (JacksonException e) {
      end(4_002);
      return;
    }
    if (tooMany()) {
      gateway.rejections.add("gateway: more than %d in a minute".formatted(MOST_A_MINUTE));
      end(4_008);
      return;
    }
    switch (frame.path("op").asInt(-1)) {
      case 1 -> heartbeat(frame.path("d"));
      case 2 -> {
        int code = session == null ? gateway.identify(this, frame.path("d")) : 4_005;
        if (code != 0) {
          end(code);
        }
      }
      case 6 -> {
        if (!gateway.resume(this, frame.path("d"))) {
          send(Json.object().put("op", 9).put("d", false));
        }
      }
      case 3, 4, 8 -> {}
      default -> end(4_001);
    }
  }

  private synchronized boolean tooMany() {
    long now = System.nanoTime();
    sent.add(now);
    while (!sent.isEmpty() && now - sent.getFirst() > Duration.ofMinutes(1).toNanos()) {
      sent.removeFirst();
    }
    return sent.size() > MOST_A_MINUTE;
  }

  private void heartbeat(JsonNode seen) {
    if (!seen.isNull() && !seen.isInt()) {
      gateway.rejections.add("gateway: a heartbeat without what was seen last");
    }
    if (!gateway.silent) {
      send(Json.object().put("op", 11));
    }
  }

  @Override
  public void onWebSocketClose(int statusCode, String reason, Callback callback) {
    gateway.connections.remove(this);
    // Whoever says that they go for good, can't come back to the session.
    if (statusCode == 1_000 || statusCode == 1_001) {
      session = null;
    }
    callback.succeed();
  }
}
