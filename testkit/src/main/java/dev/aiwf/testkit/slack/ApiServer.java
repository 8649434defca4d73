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
import tools.jackson.databind.node.ObjectNode;

/** Slack's API over HTTP: who calls, what goes wrong on the way, and what is answered. */
final class ApiServer implements AutoCloseable {

  private static final String PATH = "/api/";

  private final String token;
  private final Methods methods;
  private final HttpServer server;
  final Faults faults = new Faults();
  final List<String> called = new CopyOnWriteArrayList<>();
  final List<String> rejections = new CopyOnWriteArrayList<>();

  ApiServer(String token, Methods methods) throws IOException {
    this.token = token;
    this.methods = methods;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PATH, this::handle);
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
        answer(exchange, 200, called(exchange, method, body));
      }
    }
  }

  private void wrong(HttpExchange exchange, String method, String body, Faults.Fault fault)
      throws IOException {
    switch (fault) {
      case Faults.Fault.Says(var error) -> answer(exchange, 200, error(error));
      case Faults.Fault.TooFast(var seconds) -> {
        exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds));
        answer(exchange, 429, error("ratelimited"));
      }
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

  private static ObjectNode error(String error) {
    return Methods.ok().put("ok", false).put("error", error);
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode answer)
      throws IOException {
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
