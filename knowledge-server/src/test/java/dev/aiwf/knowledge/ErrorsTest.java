package dev.aiwf.knowledge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.knowledge.http.Limits;
import dev.aiwf.knowledge.tools.Answer;
import dev.aiwf.knowledge.tools.Toolbox;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error that the contract names, where it comes from. */
class ErrorsTest {

  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "get_warnings?limit=0, VALIDATION_ERROR, 400",
    "get_warnings?limit=501, VALIDATION_ERROR, 400",
    "get_warnings?limit=-1, VALIDATION_ERROR, 400",
    "get_warnings?limit=99999999999, VALIDATION_ERROR, 400",
    "get_warnings?limit=ten, VALIDATION_ERROR, 400",
    "get_warnings?topics=rag, VALIDATION_ERROR, 400",
    "search_knowledge, VALIDATION_ERROR, 400",
    "search_knowledge?query=, VALIDATION_ERROR, 400",
    "search_knowledge?query=%20%00%20&limit=101, VALIDATION_ERROR, 400",
    "list_sources?limit=501, VALIDATION_ERROR, 400",
    "compare_sources, VALIDATION_ERROR, 400",
    "compare_sources?topic=rag&limit_per_source=51, VALIDATION_ERROR, 400",
    "compare_sources?topic=rag&source_ids=no-such-text, NOT_FOUND, 404",
    "items/no-such-item, NOT_FOUND, 404",
    "sources/no-such-text, NOT_FOUND, 404",
    "drop_everything, NOT_FOUND, 404",
    "'', NOT_FOUND, 404",
  })
  void whatCannotBeAnsweredSaysWhy(String path, String code, int status) {
    try (Served served = Served.corpus(folder)) {
      Served.Reply reply = served.get("/knowledge/" + path);

      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.json().at("/error/code").asString()).isEqualTo(code);
      assertThat(reply.json().at("/error/message").asString()).endsWith(".");
      assertThat(reply.json().at("/error").propertyNames())
          .containsExactly("code", "message", "details", "retry_after");
    }
  }

  @Test
  void overMcpAnErrorIsAResult() {
    try (Served served = Served.corpus(folder);
        McpSyncClient client = served.streamable()) {
      for (Map<String, Object> wrong :
          List.<Map<String, Object>>of(
              Map.of(),
              Map.of("query", 7),
              Map.of("query", "x".repeat(1_001)),
              Map.of("query", "rag", "limit", 2.5),
              Map.of("query", "rag", "limit", "5"),
              Map.of("query", List.of("rag")),
              Map.of("query", "rag", "verbose", true))) {
        assertThat(Served.call(client, "search_knowledge", wrong).at("/error/code").asString())
            .isEqualTo("VALIDATION_ERROR");
      }
      assertThatThrownBy(() ->
              client.readResource(
                  McpSchema.ReadResourceRequest.builder("knowledge://warnings/none").build()))
          .isInstanceOf(McpError.class);
    }
  }

  @Test
  void whatGoesWrongInsideIsToldWithoutItsInside() {
    Toolbox broken =
        new Toolbox(
            () -> {
              throw new IllegalStateException("a path that is nobody's business");
            },
            () -> 0);

    Answer answer = broken.call(Toolbox.tools().getFirst(), Map.of("query", "rag"));

    assertThat(answer.body().toString())
        .contains("INTERNAL_ERROR")
        .doesNotContain("nobody's business");
  }

  @ParameterizedTest
  @CsvSource({"https://evil.example", "'null'", "http://localhost:1", "not an origin"})
  void pagesOfOthersAreKeptOut(String origin) {
    try (Served served = Served.corpus(folder)) {
      for (String path : List.of("/knowledge/get_warnings", "/mcp", "/sse")) {
        Served.Reply reply =
            path.equals("/mcp")
                ? served.post(path, INITIALIZE, "Origin", origin)
                : served.get(path, "Origin", origin);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().at("/error/code").asString()).isEqualTo("FORBIDDEN");
      }
      assertThat(served.get("/knowledge/health", "Origin", served.address()).status())
          .isEqualTo(200);
    }
  }

  /**
   * As a browser does whose page had its own name lead here; HTTP's clients set this themselves.
   */
  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "[::2]", ""})
  void aNameThatIsNotOursIsNotAnsweredTo(String host) throws IOException {
    try (Served served = Served.corpus(folder)) {
      assertThat(
              replies(
                  served,
                  "GET /knowledge/health HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                      .formatted(host)))
          .startsWith("HTTP/1.1 40")
          .doesNotContain("\"items\"");
    }
  }

  @Test
  void whoeverComesFromElsewhereShowsTheKey() {
    String key = String.join("-", "a", "key", "for", "this", "test");
    try (Served served = Served.with(folder, false, Optional.of(key), Limits.usual())) {
      assertThat(served.get("/knowledge/list_sources").status()).isEqualTo(401);
      assertThat(served.post("/mcp", INITIALIZE).json().at("/error/code").asString())
          .isEqualTo("UNAUTHORIZED");
      for (String wrong : List.of("Bearer", "Bearer wrong", "Basic " + key, key)) {
        assertThat(served.get("/knowledge/list_sources", "Authorization", wrong).status())
            .isEqualTo(401);
      }
      assertThat(served.get("/knowledge/list_sources", "Authorization", "Bearer " + key).status())
          .isEqualTo(200);
    }
  }

  @Test
  void behindAProxyNobodyIsANeighbour() {
    try (Served served = Served.corpus(folder)) {
      for (String sign : List.of("X-Forwarded-For", "Forwarded", "Via")) {
        assertThat(served.get("/knowledge/list_sources", sign, "10.0.0.1").status()).isEqualTo(401);
      }
    }
  }

  @Test
  void tooManyRequestsOfOneFromElsewhereAreRefused(@TempDir Path another) {
    Limits few = new Limits(1_000, 1, 2, 10, Duration.ofMinutes(30));
    String key = String.join("-", "another", "key", "for", "this", "test");
    try (Served served = Served.with(folder, false, Optional.of(key), few)) {
      List<Integer> statuses =
          Stream.generate(
                  () -> served.get("/knowledge/health", "Authorization", "Bearer " + key).status())
              .limit(20)
              .toList();
      assertThat(statuses).startsWith(200).contains(429).containsOnly(200, 429);
    }
    try (Served served = Served.with(another, true, Optional.empty(), few)) {
      assertThat(Stream.generate(() -> served.get("/knowledge/health").status()).limit(20))
          .containsOnly(200);
    }
  }

  @Test
  void thereAreOnlySoManySessions() {
    Limits one = new Limits(1_000, 100, 100, 1, Duration.ofMinutes(30));
    try (Served served = Served.with(folder, true, Optional.empty(), one)) {
      Served.Reply first = served.post("/mcp", INITIALIZE);
      assertThat(first.status()).isEqualTo(200);
      Served.Reply second = served.post("/mcp", INITIALIZE);
      assertThat(second.status()).isEqualTo(429);
      assertThat(second.response().headers().firstValue("Retry-After")).contains("60");
    }
  }

  @Test
  void whoIsInStaysInWhenThereIsNoRoom() {
    Limits two = new Limits(4_000, 100, 100, 2, Duration.ofMinutes(30));
    try (Served served = Served.with(folder, true, Optional.empty(), two);
        McpSyncClient older = served.sse()) {
      Stream.generate(() -> served.post("/mcp", INITIALIZE).status())
          .limit(2)
          .forEach(status -> assertThat(status).isEqualTo(200));
      assertThat(served.post("/mcp", INITIALIZE).status()).isEqualTo(429);

      assertThat(Served.call(older, "list_sources", Map.of()).at("/results").size()).isEqualTo(3);
    }
  }

  @Test
  void whoSendsTooMuchIsAnsweredAndMaySendMore() throws IOException {
    String large = " ".repeat(900_000);
    try (Served served = Served.corpus(folder)) {
      String host = URI.create(served.address()).getAuthority();
      String replies =
          replies(
              served,
              "POST /mcp HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(host, large.length(), large),
              "GET /knowledge/health HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(host));
      assertThat(replies)
          .containsSubsequence(
              "HTTP/1.1 400", "A request has 65,536 bytes at most.", "HTTP/1.1 200");
    }
  }

  @Test
  void whoAsksBeforeSendingTooMuchNeedNotSendIt() throws IOException {
    try (Served served = Served.corpus(folder)) {
      assertThat(
              replies(
                  served,
                  "POST /mcp HTTP/1.1\r\nHost: %s\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n\r\n"
                      .formatted(URI.create(served.address()).getAuthority())))
          .startsWith("HTTP/1.1 400")
          .contains("Connection: close", "A request has 65,536 bytes at most.");
    }
  }

  /** What is answered to requests that are sent one after the other over one connection. */
  private static String replies(Served served, String... requests) throws IOException {
    URI address = URI.create(served.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(String.join("", requests).getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  @Test
  void aRequestIsOnlySoLarge() {
    try (Served served = Served.corpus(folder)) {
      Served.Reply reply = served.post("/mcp", INITIALIZE + " ".repeat(70_000));
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().at("/error/details/largest").intValue()).isEqualTo(64 * 1024);
      for (String odd : List.of("", "{", "[]", "null", "\u0000\u0001", "{\"jsonrpc\":\"2.0\"}")) {
        // Some of these are the SDK's to refuse, and it takes a few for its own fault.
        assertThat(served.post("/mcp", odd).status()).isBetween(400, 599);
      }
      assertThat(served.post("/knowledge/list_sources", "{}").status()).isEqualTo(405);
      assertThat(served.get("/knowledge/health").json().at("/status").asString()).isEqualTo("ok");
    }
  }
}
