package dev.aiwf.testkit.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aiwf.testkit.model.Play.Beat;
import dev.aiwf.testkit.model.Play.Ends;
import dev.aiwf.testkit.model.Play.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests in, streams out. */
final class ModelServer implements AutoCloseable {

  private static final ObjectMapper JSON = JsonMapper.shared();

  private final Format format;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final Queue<Play> next = new ConcurrentLinkedQueue<>();
  volatile Optional<Function<Asked, Play>> otherwise = Optional.empty();
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final List<String> rejections = new CopyOnWriteArrayList<>();
  final AtomicInteger left = new AtomicInteger();
  final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();

  ModelServer(Format format) throws IOException {
    this.format = format;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      callers.add(exchange.getRemoteAddress());
      answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    Play play;
    try {
      Asked request = read(exchange);
      asked.add(request);
      play = play(request);
    } catch (Rejected e) {
      rejections.add(e.getMessage());
      refuse(exchange, e.trouble(), Optional.empty());
      return;
    }
    play(exchange, play);
  }

  private Play play(Asked request) throws Rejected {
    Play play = next.poll();
    if (play != null) {
      return play;
    }
    return otherwise
        .orElseThrow(() -> new Rejected(Trouble.OUT_OF_ORDER, "nothing is left to be said"))
        .apply(request);
  }

  private Asked read(HttpExchange exchange) throws IOException, Rejected {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map.Entry<String, String> key = format.key(FakeModel.KEY);
    if (!key.getKey().isEmpty()
        && !key.getValue().equals(exchange.getRequestHeaders().getFirst(key.getKey()))) {
      throw new Rejected(Trouble.KEY, "another key");
    }
    URI uri = exchange.getRequestURI();
    String there = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    String expected = format.path() + format.endpoint(FakeModel.NAME);
    if (!there.replaceFirst("^//+", "/").equals(expected)) {
      throw new Rejected(Trouble.NO_SUCH_MODEL, "nothing is at " + there);
    }
    try {
      if (JSON.readTree(body) instanceof ObjectNode object) {
        return format.read(object, FakeModel.NAME);
      }
    } catch (JacksonException e) {
      throw new Rejected("no JSON");
    }
    throw new Rejected("no object");
  }

  private void play(HttpExchange exchange, Play play) throws IOException, InterruptedException {
    switch (play) {
      case Play.Fails(Trouble trouble, Optional<String> after) -> refuse(exchange, trouble, after);
      case Play.Raw(String type, String body) -> answer(exchange, 200, type, body);
      case Play.Hangs(CountDownLatch until) -> until.await();
      case Play.Answers answers -> stream(exchange, answers);
    }
  }

  private void stream(HttpExchange exchange, Play.Answers answers)
      throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", format.type());
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    Format.Speaking speaking = format.speaking(new Out(body), FakeModel.NAME, answers.usage());
    try {
      int calls = speak(speaking, answers.beats());
      if (answers.end() == Ends.CUT) {
        return;
      }
      if (answers.end() != Ends.UNENDED) {
        speaking.end(answers.end(), calls > 0);
      }
      body.close();
    } catch (IOException e) {
      left.incrementAndGet();
      throw e;
    }
  }

  private static int speak(Format.Speaking speaking, List<Beat> beats)
      throws IOException, InterruptedException {
    int calls = 0;
    speaking.begin();
    for (Beat beat : beats) {
      switch (beat) {
        case Beat.Says(String text) -> speaking.says(text);
        case Beat.Calls(String tool, String json) -> speaking.calls(calls++, tool, json);
        case Beat.Awaits(CountDownLatch latch) -> latch.await();
        case Beat.Forever(String text) -> {
          // Ends when the connection does.
          while (true) {
            speaking.says(text);
          }
        }
      }
    }
    return calls;
  }

  private void refuse(HttpExchange exchange, Trouble trouble, Optional<String> after)
      throws IOException {
    after.ifPresent(when -> exchange.getResponseHeaders().set("Retry-After", when));
    answer(exchange, format.status(trouble), "application/json", format.error(trouble));
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
