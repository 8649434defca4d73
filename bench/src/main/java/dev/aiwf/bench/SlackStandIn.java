package dev.aiwf.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The other end of Slack's API: takes everything, remembers when each posting came, and judges
 * nothing, for judging costs what is to be measured. That the program's calls are right is proved
 * by tests, with a stricter one.
 */
final class SlackStandIn implements AutoCloseable {

  private static final Pattern POSTING = Pattern.compile("\"posting\":\"([^\"]*)\"");
  private static final Pattern METADATA = Pattern.compile("(?:^|&)metadata=([^&]*)");

  private static final Pattern THREAD = Pattern.compile("(?:^|&)thread_ts=([^&]*)");
  private static final Pattern PRESS = Pattern.compile("%22press%3A([^%]+)%22");

  private final HttpServer server;
  private final SocketStandIn sockets = new SocketStandIn();
  private final int afterMillis;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong ts = new AtomicLong(1_000_000);
  private final Map<String, Long> postedAt = new ConcurrentHashMap<>();
  private final Map<String, String> threadsOf = new ConcurrentHashMap<>();
  private final Map<String, Button> buttons = new ConcurrentHashMap<>();
  private final AtomicLong calls = new AtomicLong();

  /**
   * A button of a posted message.
   *
   * @param ts the message
   * @param control what the program calls the button
   */
  record Button(String ts, String control) {}

  /** Answers at once. */
  SlackStandIn() throws IOException {
    this(0);
  }

  /** Answers after a while, as somebody at the other end of a network does. */
  SlackStandIn(int afterMillis) throws IOException {
    this.afterMillis = afterMillis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(threads);
    server.createContext("/api/", this::answer);
    server.start();
  }

  /** What the program needs to know to use it. */
  Map<String, String> environment() {
    return Map.of(
        "SLACK_BOT_TOKEN",
        "xoxb-bench",
        "SLACK_APP_TOKEN",
        "xapp-bench",
        "SLACK_SIGNING_SECRET",
        SlackRequests.SECRET,
        "SLACK_PACE",
        "none",
        "SLACK_API_URL",
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/").toString());
  }

  /** The next connection over which the program takes requests. */
  SocketStandIn.Connection connection() throws IOException, InterruptedException {
    return sockets.connection();
  }

  /** When a posting came first, by {@code project/number}. */
  Map<String, Long> postedAt() {
    return postedAt;
  }

  /** The thread that a project has, by the project. */
  Map<String, String> threadsOf() {
    return threadsOf;
  }

  /** A button of the newest message in a thread that has some. */
  Optional<Button> button(String thread) {
    return Optional.ofNullable(buttons.get(thread));
  }

  /** How many calls came. */
  long calls() {
    return calls.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), Texts.UTF_8);
      calls.incrementAndGet();
      String path = exchange.getRequestURI().getPath();
      String known = path.endsWith("/chat.postMessage") ? posted(body, now) : "";
      String answer =
          switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "users.info" ->
                "{\"ok\":true,\"user\":{\"id\":\"U\",\"name\":\"somebody\",\"profile\":{}}}";
            case "auth.test" ->
                "{\"ok\":true,\"user\":\"aiwf\",\"team_id\":\"%s\"}".formatted(SlackRequests.TEAM);
            case "apps.connections.open" ->
                "{\"ok\":true,\"url\":\"%s\"}".formatted(sockets.address());
            case "conversations.join", "conversations.info" ->
                "{\"ok\":true,\"channel\":{\"id\":\"%s\"}}".formatted(SlackRequests.CHANNEL);
            case "conversations.replies", "conversations.history" ->
                "{\"ok\":true,\"messages\":[]}";
            default ->
                "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\"}"
                    .formatted(SlackRequests.CHANNEL, known);
          };
      byte[] bytes = answer.getBytes(Texts.UTF_8);
      LockSupport.parkNanos(afterMillis * 1_000_000L);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String posted(String body, long now) {
    String given = "1700000000." + ts.incrementAndGet();
    Matcher metadata = METADATA.matcher(body);
    Matcher posting =
        POSTING.matcher(metadata.find() ? URLDecoder.decode(metadata.group(1), Texts.UTF_8) : "");
    if (posting.find()) {
      String id = posting.group(1);
      postedAt.putIfAbsent(id, now);
      if (!body.contains("thread_ts=")) {
        threadsOf.put(id.substring(0, id.lastIndexOf('/')), given);
      }
    }
    Matcher thread = THREAD.matcher(body);
    Matcher button = PRESS.matcher(body);
    if (thread.find() && button.find()) {
      buttons.put(thread.group(1), new Button(given, button.group(1)));
    }
    return given;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    try {
      sockets.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
