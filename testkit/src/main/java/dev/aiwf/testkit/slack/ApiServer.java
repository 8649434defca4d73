package dev.aiwf.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Slack's API over HTTP: who calls, what goes wrong on the way, and what is answered. */
final class ApiServer implements AutoCloseable {

  private static final String PATH = "/api/";

  private final String token;
  private final Methods methods;
  private final HttpServer server;
  private volatile @Nullable Connecting connecting;
  final Faults faults = new Faults();
  final List<String> called = new CopyOnWriteArrayList<>();
  final List<String> rejections = new CopyOnWriteArrayList<>();

  ApiServer(String token, Methods methods) throws IOException {
    this.token = token;
    this.methods = methods;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PATH, this::handle);
    server.createContext("/upload/", this::upload);
    server.createContext("/file/", this::file);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestURI().getPath().substring(PATH.length());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      called.add(method);
      Optional<Faults.Fault> fault = faults.next(method);
      if (fault.isPresent()) {
        wrong(exchange, method, body, fault.get());
      } else {
        ObjectNode answer = called(exchange, method, body);
        if (answer.path("error").asString("").equals(Rejected.TOO_OFTEN)) {
          tooSoon(exchange, 1);
        } else {
          answer(exchange, 200, answer);
        }
      }
    }
  }

  private void tooSoon(HttpExchange exchange, int seconds) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds));
    answer(exchange, 429, error(Rejected.TOO_OFTEN));
  }

  private void upload(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean taken =
          methods.files().take(lastOf(exchange), exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(taken ? 200 : 400, -1);
    }
  }

  private void file(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean known =
          ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] bytes = methods.files().content(lastOf(exchange)).orElse(null);
      if (!known || bytes == null) {
        exchange.sendResponseHeaders(known ? 404 : 403, -1);
        return;
      }
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String lastOf(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void wrong(HttpExchange exchange, String method, String body, Faults.Fault fault)
      throws IOException {
    switch (fault) {
      case Faults.Fault.Says(var error) -> answer(exchange, 200, error(error));
      case Faults.Fault.TooFast(var seconds) -> tooSoon(exchange, seconds);
      case Faults.Fault.Answers(var status) -> answer(exchange, status, Methods.ok());
      case Faults.Fault.LosesReply() -> called(exchange, method, body);
      case Faults.Fault.Hangs(var until) -> {
        try {
          until.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private ObjectNode called(HttpExchange exchange, String method, String body) {
    try {
      String bearer = exchange.getRequestHeaders().getFirst("Authorization");
      if (method.equals("apps.connections.open")) {
        return connection(bearer);
      }
      if (!("Bearer " + token).equals(bearer)) {
        throw new Rejected("invalid_auth", "another token");
      }
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      return methods.call(method, Arguments.read(body, type == null ? "" : type));
    } catch (Rejected e) {
      rejections.add(method + ": " + e.getMessage());
      return error(e.error());
    }
  }

  private ObjectNode connection(@Nullable String bearer) throws Rejected {
    Connecting by = connecting;
    if (("Bearer " + token).equals(bearer)) {
      throw new Rejected("not_allowed_token_type", "the bot's token opens no connection");
    }
    if (by == null || !("Bearer " + by.token).equals(bearer)) {
      throw new Rejected("invalid_auth", "another app-level token");
    }
    return Methods.ok().put("url", by.address.get().toString());
  }

  /** Lets whoever has this token open connections. */
  void connects(String appToken, Supplier<URI> address) {
    connecting = new Connecting(appToken, address);
  }

  private record Connecting(String token, Supplier<URI> address) {}

  private static ObjectNode error(String error) {
    return Methods.ok().put("ok", false).put("error", error);
  }

  private void answer(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    String scopes = methods.scopes().header();
    if (!scopes.isEmpty()) {
      exchange.getResponseHeaders().set("X-OAuth-Scopes", scopes);
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
