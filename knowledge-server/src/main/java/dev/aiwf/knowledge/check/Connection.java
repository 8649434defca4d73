package dev.aiwf.knowledge.check;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens a session with a server: over Streamable HTTP, or the older way where it knows no other.
 */
final class Connection {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final McpJsonMapper JSON = new JacksonMcpJsonMapper(new JsonMapper());

  private Connection() {}

  static McpSyncClient to(URI server, Optional<String> key) {
    try {
      return opened(streamable(server, key));
    } catch (RuntimeException notThatWay) {
      try {
        return opened(sse(server, key));
      } catch (RuntimeException notAtAll) {
        notThatWay.addSuppressed(notAtAll);
        throw notThatWay;
      }
    }
  }

  private static McpSyncClient opened(McpClientTransport transport) {
    McpSyncClient client =
        McpClient.sync(transport).requestTimeout(PATIENCE).initializationTimeout(PATIENCE).build();
    try {
      var _ = client.initialize();
      return client;
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private static McpClientTransport streamable(URI server, Optional<String> key) {
    HttpClientStreamableHttpTransport.Builder transport =
        HttpClientStreamableHttpTransport.builder(base(server))
            .endpoint(server.getRawPath())
            .jsonMapper(JSON);
    key.ifPresent(shown ->
        transport.requestBuilder(
            HttpRequest.newBuilder().header("Authorization", "Bearer " + shown)));
    return transport.build();
  }

  @SuppressWarnings(
      "deprecation") // the transport itself is, and there are servers that know no other
  private static McpClientTransport sse(URI server, Optional<String> key) {
    HttpClientSseClientTransport.Builder transport =
        HttpClientSseClientTransport.builder(base(server))
            .sseEndpoint(server.getRawPath())
            .jsonMapper(JSON);
    key.ifPresent(shown ->
        transport.requestBuilder(
            HttpRequest.newBuilder().header("Authorization", "Bearer " + shown)));
    return transport.build();
  }

  private static String base(URI server) {
    return server.getScheme() + "://" + server.getRawAuthority();
  }
}
