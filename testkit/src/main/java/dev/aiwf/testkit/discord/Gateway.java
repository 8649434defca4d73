package dev.aiwf.testkit.discord;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord's end of the gateway: who connects, in which session, and what is told there. */
final class Gateway implements AutoCloseable {

  private static final long LARGEST = 1L << 20;
  private static final int MESSAGE_CONTENT = 1 << 15;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger counter = new AtomicInteger();
  private final World world;
  private final Payloads payloads;
  final String token;
  final List<String> rejections;
  final List<Connection> connections = new CopyOnWriteArrayList<>();
  final BlockingQueue<String> greeted = new LinkedBlockingQueue<>();
  final AtomicInteger identified = new AtomicInteger();
  final AtomicInteger resumed = new AtomicInteger();
  volatile boolean readsContent = true;
  volatile boolean silent;
  volatile int heartbeat = 41_250;
  final AtomicInteger budget = new AtomicInteger(1_000);

  /** What was told in one session, so that it can be told again. */
  static final class Session {
    final String id;
    final int intents;
    final List<ObjectNode> told = new ArrayList<>();
    volatile Connection connection;

    Session(String id, int intents, Connection connection) {
      this.id = id;
      this.intents = intents;
      this.connection = connection;
    }

    /** Whether it may read what nobody addressed to it. */
    boolean reads() {
      return (intents & MESSAGE_CONTENT) != 0;
    }

    synchronized void tell(String type, JsonNode data) {
      ObjectNode frame = Json.object().put("op", 0).put("t", type).put("s", told.size() + 1);
      frame.set("d", data);
      told.add(frame);
      connection.send(frame);
    }

    synchronized int last() {
      return told.size();
    }

    synchronized void takeUp(Connection again, int seen) {
      connection = again;
      told.subList(Math.min(seen, told.size()), told.size()).forEach(again::send);
      ObjectNode frame = Json.object().put("op", 0).put("t", "RESUMED").put("s", told.size() + 1);
      frame.putObject("d");
      told.add(frame);
      again.send(frame);
    }
  }

  Gateway(String token, World world, List<String> rejections) {
    this.token = token;
    this.world = world;
    this.payloads = new Payloads(world);
    this.rejections = rejections;
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              container.setMaxTextMessageSize(LARGEST);
              container.addMapping("/", (request, response, callback) -> new Connection(this));
            }));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  URI url() {
    return URI.create("ws://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  /** A new session; Discord's close code, and nothing else, if there can be none. */
  int identify(Connection connection, JsonNode data) {
    identified.incrementAndGet();
    int intents = data.path("intents").asInt();
    if (!data.path("token").asString("").equals(token)) {
      return 4_004;
    }
    if (budget.getAndDecrement() <= 0) {
      rejections.add("gateway: more than a day's IDENTIFY");
      return 4_004;
    }
    if (!readsContent && (intents & MESSAGE_CONTENT) != 0) {
      return 4_014;
    }
    Session session = new Session("session-" + counter.incrementAndGet(), intents, connection);
    sessions.put(session.id, session);
    connection.session = session;
    ObjectNode ready = Json.object().put("v", 10).put("session_id", session.id);
    ready.put("resume_gateway_url", url().toString());
    ready.set("user", world.user(World.BOT));
    ready.putArray("guilds").addObject().put("id", World.GUILD).put("unavailable", true);
    ready.putArray("private_channels");
    ready.putObject("application").put("id", World.BOT).put("flags", 0);
    session.tell("READY", ready);
    session.tell("GUILD_CREATE", payloads.guild());
    greeted.add("READY");
    return 0;
  }

  /** Goes on with a session, or says that it is gone. */
  boolean resume(Connection connection, JsonNode data) {
    Session session = sessions.get(data.path("session_id").asString(""));
    if (session == null
        || !data.path("token").asString("").equals(token)
        || data.path("seq").asInt() > session.last()) {
      return false;
    }
    resumed.incrementAndGet();
    connection.session = session;
    session.takeUp(connection, data.path("seq").asInt());
    greeted.add("RESUMED");
    return true;
  }

  /** Tells every session. */
  void tell(String type, JsonNode data) {
    sessions.values().forEach(session -> session.tell(type, data));
  }

  /** Tells a message, and what it says only to those who may read it. */
  void tellMessage(String type, ObjectNode message, boolean addressed) {
    sessions
        .values()
        .forEach(session -> {
          ObjectNode told = message.deepCopy();
          if (!session.reads() && !addressed) {
            told.put("content", "");
            told.putArray("attachments");
            told.putArray("components");
          }
          session.tell(type, told);
        });
  }

  void forget() {
    sessions.clear();
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
