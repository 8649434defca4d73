package dev.aiwf.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A model that takes its time, as models do. It answers the last number that it was told, between
 * words that are found again, and remembers when it did what.
 */
final class SlowModel implements AutoCloseable {

  private static final Pattern ASKED = Pattern.compile("#(\\d+)#");

  private static final String UNBOUNDED = "1000000000";

  private final int tokens;
  private final long pauseNanos;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Integer, Told> told = new ConcurrentHashMap<>();

  /**
   * One answer.
   *
   * @param asked when the question was there
   * @param begun when its first word was sent, and
   * @param ended when all of it was
   */
  record Told(long asked, long begun, long ended) {}

  SlowModel(int tokens, int pauseMillis) throws IOException {
    this.tokens = tokens;
    this.pauseNanos = pauseMillis * 1_000_000L;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  /** What the program needs to know to speak with it, and to do so in a small machine. */
  Map<String, String> environment() {
    return Map.of(
        "AIWF_LLM_PROVIDER",
        "openai",
        "AIWF_LLM_MODEL",
        "slow",
        "AIWF_LLM_BASE_URL",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
        // One person asks all of it, more than one person asks in a day.
        "AIWF_LLM_TOKENS_PERSON",
        UNBOUNDED,
        "AIWF_LLM_TOKENS_DAY",
        UNBOUNDED,
        "AIWF_JAVA_OPTS",
        "-Xmx256m");
  }

  /** What was answered to that number. */
  Told told(int number) throws IOException {
    Told answer = told.get(number);
    if (answer == null) {
      throw new IOException("A question did not reach the model.");
    }
    return answer;
  }

  static String question(int number) {
    return "#" + number + "#";
  }

  static String first(int number) {
    return "first-" + number + ".";
  }

  static String last(int number) {
    return "last-" + number + ".";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), Texts.UTF_8);
      long asked = System.nanoTime();
      List<MatchResult> found = ASKED.matcher(body).results().toList();
      int number = found.isEmpty() ? -1 : Integer.parseInt(found.getLast().group(1));
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      LockSupport.parkNanos(pauseNanos);
      say(out, first(number), "null");
      long begun = System.nanoTime();
      for (int i = 0; i < tokens; i++) {
        LockSupport.parkNanos(pauseNanos);
        say(out, " word", "null");
      }
      say(out, " " + last(number), "null");
      say(out, "", "\"stop\"");
      out.write("data: [DONE]\n\n".getBytes(Texts.UTF_8));
      told.put(number, new Told(asked, begun, System.nanoTime()));
      out.close();
    }
  }

  private static void say(OutputStream out, String text, String reason) throws IOException {
    out.write(
        ("data:"
             + " {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"slow\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":%s}]}\n\n")
            .formatted(text, reason)
            .getBytes(Texts.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
