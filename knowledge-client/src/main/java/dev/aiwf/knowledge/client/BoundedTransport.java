package dev.aiwf.knowledge.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.mcp.client.McpCallContext;
import dev.langchain4j.mcp.client.transport.McpOperationHandler;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.protocol.McpClientMessage;
import dev.langchain4j.mcp.protocol.McpInitializationNotification;
import dev.langchain4j.mcp.protocol.McpInitializeRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Carries MCP over HTTP from servers that are not trusted. langchain4j's own transports read what
 * comes to its end, however long, and send the key wherever a server names.
 */
abstract sealed class BoundedTransport implements McpTransport
    permits StreamableTransport, SseTransport {

  private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final KnowledgeSettings.Server server;
  private final World world;
  private @Nullable McpOperationHandler handler;
  private volatile @Nullable String protocol;

  BoundedTransport(KnowledgeSettings.Server server, World world) {
    this.server = server;
    this.world = world;
  }

  /**
   * Sends a message. What comes of it is heard; where an answer is to come, the future fails if
   * none did, and is of no interest otherwise.
   *
   * @param answered whether an answer is to come
   */
  abstract CompletableFuture<?> send(McpClientMessage message, boolean answered);

  @Override
  public void start(McpOperationHandler messageHandler) {
    handler = messageHandler;
  }

  @Override
  public final CompletableFuture<JsonNode> initialize(McpInitializeRequest request) {
    return ask(request)
        .thenCompose(answer -> {
          String agreed = answer.path("result").path("protocolVersion").asText();
          protocol = VERSION.matcher(agreed).matches() ? agreed : null;
          return send(new McpInitializationNotification(), false).thenApply(_ -> answer);
        });
  }

  @Override
  public final CompletableFuture<JsonNode> executeOperationWithResponse(McpClientMessage request) {
    return ask(request);
  }

  @Override
  public final CompletableFuture<JsonNode> executeOperationWithResponse(McpCallContext context) {
    return ask(context.message());
  }

  @Override
  public final void executeOperationWithoutResponse(McpClientMessage request) {
    var _ = send(request, false);
  }

  @Override
  public final void executeOperationWithoutResponse(McpCallContext context) {
    var _ = send(context.message(), false);
  }

  @Override
  public final void checkHealth() {}

  /** Whoever asks next opens a session anew. */
  @Override
  public final void onFailure(Runnable actionOnFailure) {}

  @Override
  public void close() {}

  private CompletableFuture<JsonNode> ask(McpClientMessage message) {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    Objects.requireNonNull(handler).startOperation(message.getId(), answer);
    var _ =
        send(message, true)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                answer.completeExceptionally(failure);
              }
            });
    return answer;
  }

  /** The same for as long as somebody waits; then it is ended. */
  final <T> CompletableFuture<T> timely(CompletableFuture<T> exchange) {
    CompletableFuture<T> timely =
        exchange.copy().orTimeout(world.patience().call().toMillis(), TimeUnit.MILLISECONDS);
    var _ = timely.whenComplete((_, _) -> exchange.cancel(true));
    return timely;
  }

  /** Passes on answers and pings; what else a server has to say is not listened to. */
  final void hear(String text) {
    JsonNode message = Json.read(text);
    boolean answers = message.path("result").isObject() || message.path("error").isObject();
    boolean pings = message.path("method").asText().equals("ping");
    if (message.path("id").isIntegralNumber() && (answers || pings)) {
      Objects.requireNonNull(handler).handle(message);
    }
  }

  final HttpClient http() {
    return world.http();
  }

  final int largest() {
    return world.patience().largest();
  }

  final URI address() {
    return server.address();
  }

  final HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(world.patience().call());
    server.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    String agreed = protocol;
    return agreed == null ? request : request.header("MCP-Protocol-Version", agreed);
  }

  final HttpRequest.Builder post(URI address, McpClientMessage message) {
    return request(address)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(Json.write(message)));
  }
}
