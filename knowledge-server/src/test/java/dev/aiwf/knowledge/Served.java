package dev.aiwf.knowledge;

import dev.aiwf.knowledge.http.Limits;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The corpus, served at a port on loopback. */
final class Served implements AutoCloseable {

  static final McpJsonMapper MCP_JSON = new JacksonMcpJsonMapper(new JsonMapper());
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final KnowledgeServer server;
  private final Listening listening;
  private final HttpClient http = HttpClient.newHttpClient();

  private Served(KnowledgeSettings settings, InstantSource clock) {
    this.server = KnowledgeServer.open(settings, clock, System::nanoTime);
    this.listening = Listening.at("127.0.0.1", 0, server);
  }

  static Served corpus(Path folder, Path... team) {
    return new Served(
        KnowledgeSettings.onLoopback(Corpus.in(folder), List.of(team), "test"),
        InstantSource.system());
  }

  static Served with(Path folder, boolean trustsLoopback, Optional<String> key, Limits limits) {
    return new Served(
        new KnowledgeSettings(
            Corpus.in(folder), List.of(), Set.of(), trustsLoopback, key, limits, "test"),
        InstantSource.system());
  }

  KnowledgeServer server() {
    return server;
  }

  String address() {
    return "http://127.0.0.1:" + listening.port();
  }

  McpSyncClient streamable() {
    return initialized(
        HttpClientStreamableHttpTransport.builder(address())
            .jsonMapper(MCP_JSON)
            .endpoint("/mcp")
            .build());
  }

  @SuppressWarnings("deprecation") // as older clients do
  McpSyncClient sse() {
    return initialized(
        HttpClientSseClientTransport.builder(address())
            .jsonMapper(MCP_JSON)
            .sseEndpoint("/sse")
            .build());
  }

  static McpSyncClient initialized(McpClientTransport transport) {
    McpSyncClient client = McpClient.sync(transport).requestTimeout(PATIENCE).build();
    var _ = client.initialize();
    return client;
  }

  /** What a tool answers over MCP, whose text and structure must say the same. */
  static JsonNode call(McpSyncClient client, String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result =
        client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    JsonNode structured = JSON.valueToTree(result.structuredContent());
    String text = ((McpSchema.TextContent) result.content().getFirst()).text();
    if (!JSON.readTree(text).equals(structured)) {
      throw new AssertionError("The text says something else: " + text);
    }
    if (Boolean.TRUE.equals(result.isError()) != structured.has("error")) {
      throw new AssertionError("Is this an error? " + text);
    }
    return structured;
  }

  /** An answer over HTTP. */
  record Reply(int status, JsonNode json, HttpResponse<String> response) {}

  Reply get(String path, String... headers) {
    return send(HttpRequest.newBuilder().GET(), path, headers);
  }

  Reply post(String path, String body, String... headers) {
    return send(
        HttpRequest.newBuilder()
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream"),
        path,
        headers);
  }

  private Reply send(HttpRequest.Builder request, String path, String... headers) {
    request.uri(URI.create(address() + path)).timeout(PATIENCE);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      boolean json =
          response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
      return new Reply(
          response.statusCode(), json ? JSON.readTree(response.body()) : JSON.nullNode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    listening.close();
  }
}
