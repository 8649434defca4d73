package dev.aiwf.testkit.slack;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Slack's end of Socket Mode: who may connect, and which connection a request goes to. */
final class Sockets implements Wire, AutoCloseable {

  private static final String PATH = "/link";
  private static final long LARGEST = 4L << 20;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Link> greeted = new LinkedBlockingQueue<>();
  private final List<String> rejections;
  private final AtomicLong counter = new AtomicLong();

  /** How long an acknowledgement may take. */
  volatile Duration patience = Duration.ofSeconds(3);

  /** Takes connections on loopback, and notes what is wrong with what comes over them. */
  Sockets(List<String> rejections) {
    this.rejections = rejections;
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              container.setMaxTextMessageSize(LARGEST);
              container.addMapping(
                  PATH, (request, response, callback) -> admitted(request) ? link() : null);
            }));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A ticket opens one connection. */
  private boolean admitted(ServerUpgradeRequest request) {
    String query = request.getHttpURI().getQuery();
    boolean known = query != null && tickets.remove(query.replace("ticket=", ""));
    if (!known) {
      rejections.add("socket: no such ticket");
    }
    return known;
  }

  private Link link() {
    return new Link(this::opened, links::remove, rejections);
  }

  private void opened(Link link) {
    links.add(link);
    link.hello(links.size());
    greeted.add(link);
  }

  /** Where the next connection may be opened, once. */
  URI ticket() {
    String ticket = "t" + counter.incrementAndGet();
    tickets.add(ticket);
    return URI.create(
        "ws://127.0.0.1:%d%s?ticket=%s".formatted(connector.getLocalPort(), PATH, ticket));
  }

  BlockingQueue<Link> greeted() {
    return greeted;
  }

  /** Those that are open, the oldest first. */
  List<Link> links() {
    return new ArrayList<>(links);
  }

  @Override
  public Delivery event(JsonNode event) {
    return send("events_api", event, false, 0);
  }

  @Override
  public Delivery interaction(JsonNode payload) {
    return send("interactive", payload, true, 0);
  }

  @Override
  public Delivery command(Map<String, String> values) {
    ObjectNode payload = JsonMapper.shared().createObjectNode();
    values.forEach(payload::put);
    return send("slash_commands", payload, true, 0);
  }

  @Override
  public Delivery again(Delivery delivery, int attempt) {
    JsonNode envelope = JsonMapper.shared().readTree(delivery.request());
    return send(
        envelope.path("type").asString(),
        envelope.path("payload"),
        envelope.path("accepts_response_payload").asBoolean(),
        attempt);
  }

  /** Whoever has several connections gets requests on any of them; here, on each in turn. */
  private Delivery send(String type, JsonNode payload, boolean answerable, int attempt) {
    long number = counter.incrementAndGet();
    ObjectNode envelope =
        JsonMapper.shared()
            .createObjectNode()
            .put("envelope_id", "envelope-" + number)
            .put("type", type)
            .put("accepts_response_payload", answerable);
    envelope.set("payload", payload);
    if (type.equals("events_api")) {
      envelope.put("retry_attempt", attempt).put("retry_reason", attempt == 0 ? "" : "timeout");
    }
    List<Link> open = links();
    return open.isEmpty()
        ? Link.unheard(envelope)
        : open.get((int) (number % open.size())).send(envelope, patience);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
