package dev.aiwf.knowledge.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that opens sessions as it should, and answers tools as a test likes. */
final class Liar implements AutoCloseable {

  /** Answers a call. */
  interface Way {
    void answer(HttpExchange exchange, String id) throws IOException;
  }

  /** One item as it should be, and words for its id and its score. */
  static final String ITEM =
      """
      {"id": "%s", "title": "A warning", "description": "Take care.", "score": %s,
       "source_title": "Handbook", "position": {"section": "chapter 2"}}\
      """;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  private volatile Way way;
  private volatile String session = "";

  Liar(Way way) throws IOException {
    this.way = way;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /** Answers with this text as a tool's. */
  static Way saying(String text) {
    return (exchange, id) ->
        send(
            exchange,
            200,
            "application/json",
            """
            {"jsonrpc": "2.0", "id": %s, "result": {"content": [{"type": "text", "text": %s}]}}\
            """
                .formatted(id, Json.write(text)));
  }

  /** Answers with these items. */
  static Way finding(String... items) {
    return saying("{\"results\": [" + String.join(",", items) + "]}");
  }

  static String item(String id, String score) {
    return ITEM.formatted(id, score);
  }

  static Way status(int status) {
    return (exchange, _) -> send(exchange, status, "text/plain", "no");
  }

  /** Answers with this, whatever it is. */
  static Way raw(String type, String body) {
    return (exchange, id) -> send(exchange, 200, type, body.replace("ID", id));
  }

  /** Promises more than it sends. */
  static Way halfClosed() {
    return (exchange, _) -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 10_000);
      exchange.getResponseBody().write('{');
      exchange.close();
    };
  }

  /** Sends for as long as somebody reads. */
  static Way endless(String type) {
    return (exchange, _) -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, 0);
      byte[] bytes = "data: so much\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
      try (OutputStream out = exchange.getResponseBody()) {
        while (true) {
          out.write(bytes);
        }
      }
    };
  }

  /** Takes the call and says nothing until the test ends. */
  Way hanging() {
    return (_, _) -> {
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    };
  }

  void now(Way next) {
    way = next;
  }

  /** All sessions are lost. */
  void forget() {
    session = "lost";
  }

  int sessions() {
    return sessions.get();
  }

  int calls() {
    return calls.get();
  }

  int port() {
    return server.getAddress().getPort();
  }

  KnowledgeSettings.Server named(String name) {
    return Asking.server(name, port(), "/mcp");
  }

  private void take(HttpExchange exchange) throws IOException {
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    if (!exchange.getRequestMethod().equals("POST")) {
      send(exchange, 405, "text/plain", "POST only");
      return;
    }
    JsonNode message =
        Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    switch (message.path("method").asText()) {
      case "initialize" -> {
        session = "session-" + sessions.incrementAndGet();
        exchange.getResponseHeaders().set("Mcp-Session-Id", session);
        send(
            exchange,
            200,
            "application/json",
            """
            {"jsonrpc": "2.0", "id": %s, "result": {"protocolVersion": "2025-06-18",
             "capabilities": {"tools": {}}, "serverInfo": {"name": "liar", "version": "1"}}}\
            """
                .formatted(message.path("id")));
      }
      case "tools/call" -> {
        if (session.equals(exchange.getRequestHeaders().getFirst("Mcp-Session-Id"))) {
          var _ = calls.incrementAndGet();
          way.answer(exchange, message.path("id").asText());
        } else {
          send(exchange, 404, "text/plain", "no such session");
        }
      }
      default -> {
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
      }
    }
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
