package dev.aiwf.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The other end of Discord's API and gateway: takes everything, remembers when each interaction was
 * answered, and judges nothing. That the program's calls are right is proved by tests, with a
 * stricter one.
 */
final class DiscordStandIn implements AutoCloseable {

  private static final Pattern CALLBACK = Pattern.compile("/interactions/(\\d+)/");
  private static final Pattern THREAD = Pattern.compile("/messages/(\\d+)/threads$");
  private static final Pattern CHANNEL = Pattern.compile("/channels/(\\d+)$");

  static {
    // Else an answer's last bytes wait for 40 ms, which no real server has them do.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ServerSocket gateway = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong ids =
      new AtomicLong((System.currentTimeMillis() - 1_420_070_400_000L) << 22);
  private final Map<String, String> made = new ConcurrentHashMap<>();
  private final BlockingQueue<WebSocketEnd> ready = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> answered = new LinkedBlockingQueue<>();

  DiscordStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(threads);
    server.createContext("/api/v10/", this::answer);
    server.start();
    Thread.ofPlatform().daemon().name("discord-stand-in").start(this::accept);
  }

  /** What the program needs to know to use it. */
  Map<String, String> environment() {
    return Map.of(
        "DISCORD_TOKEN",
        "bench",
        "DISCORD_API_URL",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/",
        "DISCORD_GATEWAY_URL",
        "ws://127.0.0.1:" + gateway.getLocalPort() + "/");
  }

  /** The connection that the program opened, once it knows of the server. */
  WebSocketEnd connection() throws InterruptedException {
    return ready.take();
  }

  /** The next interaction that was answered, by its id. */
  long answered() throws InterruptedException {
    return answered.take();
  }

  /** Something new. */
  long nextId() {
    return ids.incrementAndGet();
  }

  /** How many threads were made. */
  int made() {
    return made.size();
  }

  private void accept() {
    while (!gateway.isClosed()) {
      try {
        WebSocketEnd end = new WebSocketEnd(gateway.accept());
        threads.execute(() -> talk(end));
      } catch (IOException e) {
        // Whoever went in the middle of it, or the end of it all.
      }
    }
  }

  private void talk(WebSocketEnd end) {
    try (end) {
      end.send("{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}");
      while (true) {
        String frame = end.read();
        if (frame.contains("\"op\":2")) {
          end.send(DiscordEvents.ready(gateway.getLocalPort()));
          end.send(DiscordEvents.guild(made));
          ready.add(end);
        } else if (frame.contains("\"op\":1")) {
          end.send("{\"op\":11}");
        }
      }
    } catch (IOException e) {
      // It ends with the program.
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      Matcher callback = CALLBACK.matcher(path);
      String answer = callback.find() ? "{}" : json(exchange.getRequestMethod(), path);
      byte[] bytes = answer.getBytes(Texts.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      if (callback.reset().find()) {
        answered.add(Long.parseLong(callback.group(1)));
      }
    }
  }

  private String json(String method, String path) {
    if (path.endsWith("/commands")) {
      return "[]";
    }
    if (path.endsWith("/users/@me")) {
      return DiscordEvents.BOT;
    }
    Matcher thread = THREAD.matcher(path);
    if (thread.find()) {
      made.put(thread.group(1), thread.group(1));
      return DiscordEvents.thread(thread.group(1));
    }
    Matcher channel = CHANNEL.matcher(path);
    if (channel.find()) {
      return DiscordEvents.thread(channel.group(1));
    }
    return method.equals("GET") ? "[]" : "{\"id\":\"%d\"}".formatted(nextId());
  }

  @Override
  public void close() {
    server.stop(0);
    try {
      gateway.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
