package dev.aiwf.testkit.discord;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** Discord's API over HTTP: who calls, what goes wrong on the way, and what is answered. */
final class ApiServer implements AutoCloseable {

  private static final String PATH = "/api/v10/";

  private final String token;
  private final World world;
  private final Routes routes;
  private final HttpServer server;
  final Faults faults = new Faults();
  final List<String> called = new CopyOnWriteArrayList<>();
  final List<String> rejections;
  volatile boolean refuses;

  ApiServer(String token, World world, Routes routes, List<String> rejections) throws IOException {
    this.token = token;
    this.world = world;
    this.routes = routes;
    this.rejections = rejections;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PATH, this::handle);
    server.createContext("/attachments/", this::file);
    server.start();
    world.base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  URI url() {
    return URI.create(world.base + PATH);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call = Call.read(exchange, PATH);
      called.add(call.route());
      Optional<Faults.Fault> fault = faults.next(call.route());
      if (fault.isPresent()) {
        wrong(exchange, call, fault.get());
      } else {
        answer(exchange, call, () -> {});
      }
    }
  }

  /** Does what is asked for, and answers after what comes between. */
  private void answer(HttpExchange exchange, Call call, Runnable between) throws IOException {
    try {
      JsonNode answer = done(exchange, call);
      between.run();
      exchange.getResponseHeaders().set("X-RateLimit-Limit", "50");
      exchange.getResponseHeaders().set("X-RateLimit-Remaining", "49");
      exchange.getResponseHeaders().set("X-RateLimit-Reset-After", "1.000");
      exchange
          .getResponseHeaders()
          .set("X-RateLimit-Bucket", "bucket-of-" + call.route().hashCode());
      send(exchange, 200, answer.toString());
    } catch (Rejected e) {
      rejections.add(call.route() + ": " + e.getMessage());
      send(exchange, e.status(), error(e.code(), String.valueOf(e.getMessage())));
    } catch (Routes.TooFast e) {
      rejections.add(call.route() + ": too fast");
      tooFast(exchange, e.seconds);
    } catch (RuntimeException e) {
      rejections.add(call.route() + ": " + e);
      send(exchange, 500, error(0, "500: Internal Server Error"));
    }
  }

  private JsonNode done(HttpExchange exchange, Call call) throws Rejected, Routes.TooFast {
    // An interaction's token speaks for itself.
    boolean own = call.path().getFirst().matches("interactions|webhooks");
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (!own && (refuses || !("Bot " + token).equals(bearer))) {
      throw new Rejected(401, 0, "401: Unauthorized");
    }
    return routes.answer(call);
  }

  private void wrong(HttpExchange exchange, Call call, Faults.Fault fault) throws IOException {
    switch (fault) {
      case Faults.Fault.Says(var status, var code) ->
          send(exchange, status, error(code, "planned"));
      case Faults.Fault.TooFast(var seconds) -> tooFast(exchange, seconds);
      case Faults.Fault.Answers(var status) -> send(exchange, status, "<html></html>");
      case Faults.Fault.LosesReply() -> {
        try {
          var _ = done(exchange, call);
        } catch (Rejected | Routes.TooFast e) {
          rejections.add(call.route() + ": " + e.getMessage());
        }
      }
      case Faults.Fault.AnswersLate(var until) -> answer(exchange, call, () -> await(until));
      case Faults.Fault.Hangs(var until) -> await(until);
    }
  }

  private static void await(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tooFast(HttpExchange exchange, double seconds) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", String.valueOf((long) Math.ceil(seconds)));
    exchange.getResponseHeaders().set("X-RateLimit-Scope", "user");
    exchange.getResponseHeaders().set("X-RateLimit-Limit", "5");
    exchange.getResponseHeaders().set("X-RateLimit-Remaining", "0");
    exchange.getResponseHeaders().set("X-RateLimit-Reset-After", String.valueOf(seconds));
    exchange.getResponseHeaders().set("Via", "1.1 google");
    send(
        exchange,
        429,
        Json.object()
            .put("message", "You are being rate limited.")
            .put("retry_after", seconds)
            .put("global", false)
            .toString());
  }

  private static String error(int code, String message) {
    return Json.object().put("code", code).put("message", message).toString();
  }

  private void file(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] parts = exchange.getRequestURI().getPath().split("/", -1);
      byte[] bytes = world.file(parts[2], parts[3], parts[4]).orElse(null);
      if (bytes == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
