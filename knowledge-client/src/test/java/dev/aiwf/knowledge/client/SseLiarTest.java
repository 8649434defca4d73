package dev.aiwf.knowledge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.workflow.Consult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that speak the older way, and lie. */
class SseLiarTest {

  private HttpServer server;
  private volatile String events = "";

  @BeforeEach
  void begin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  /** Knows GET only, and ends its stream after what it has to say. */
  private void take(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
    } else {
      exchange.sendResponseHeaders(405, -1);
    }
    exchange.close();
  }

  private void ask() throws Exception {
    KnowledgeSettings.Server liar =
        new KnowledgeSettings.Server(
            "liar",
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sse"),
            Optional.of("not-" + "a-real-key"));
    try (Asking asking = Asking.these(liar)) {
      var _ = asking.knowledge.ask(List.of(new Consult("get_warnings", "evaluation")));
    }
  }

  @Test
  void nothingIsSentToAnotherServerThanTheOneThatWasSet() throws Exception {
    try (Liar other = new Liar(Liar.finding())) {
      events = "event: endpoint\ndata: http://127.0.0.1:%d/mcp\n\n".formatted(other.port());

      assertThatThrownBy(this::ask).isInstanceOf(NotNow.class);

      assertThat(other.keys).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data: {}\n\n",
        "event: endpoint\ndata: ::no address\n\n",
        "event: endpoint\ndata: /sse\n\n",
        "event: message\ndata: no JSON\n\n"
      })
  void whatIsNoSessionIsSilence(String lie) {
    events = lie;

    assertThatThrownBy(this::ask).isInstanceOf(NotNow.class);
  }

  @Test
  void anEventIsOnlySoLong() {
    events = "data: " + "a".repeat(200_000);

    assertThatThrownBy(this::ask).isInstanceOf(NotNow.class);
  }
}
