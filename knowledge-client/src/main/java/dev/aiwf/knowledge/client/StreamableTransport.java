package dev.aiwf.knowledge.client;

import dev.langchain4j.mcp.protocol.McpClientMessage;
import dev.langchain4j.mcp.protocol.McpInitializeRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Streamable HTTP: each message is a request, whose response is JSON or a stream of events. */
final class StreamableTransport extends BoundedTransport {

  private static final String SESSION = "Mcp-Session-Id";

  /** What servers say that know only the older way, or serve pages there. */
  private static final Set<Integer> OTHER_WAY = Set.of(400, 404, 405, 406, 415);

  private static final Set<Integer> LOST = Set.of(400, 404, 410);

  private volatile @Nullable String session;

  StreamableTransport(KnowledgeSettings.Server server, World world) {
    super(server, world);
  }

  @Override
  CompletableFuture<?> send(McpClientMessage message, boolean answered) {
    boolean first = message instanceof McpInitializeRequest;
    HttpRequest.Builder request =
        post(address(), message).header("Accept", "application/json, text/event-stream");
    String current = session;
    if (current != null && !first) {
      request.header(SESSION, current);
    }
    CompletableFuture<?> sent =
        timely(http().sendAsync(request.build(), response -> body(response, first, answered)));
    return answered
        ? sent.thenCompose(_ ->
            CompletableFuture.failedFuture(
                new Fault(Fault.Kind.BROKEN, "Its response ended without an answer")))
        : sent;
  }

  private BodySubscriber<?> body(ResponseInfo response, boolean first, boolean answered) {
    int status = response.statusCode();
    if (status / 100 != 2) {
      return new Refused<>(fault(status, first));
    }
    if (first) {
      session = response.headers().firstValue(SESSION).orElse(null);
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!answered) {
      return new Capped<>(BodySubscribers.discarding(), largest());
    }
    if (type.startsWith("text/event-stream")) {
      return new Capped<>(
          BodySubscribers.fromLineSubscriber(new Events((_, data) -> hear(data))), largest());
    }
    if (type.startsWith("application/json")) {
      return BodySubscribers.mapping(
          new Capped<>(BodySubscribers.ofString(StandardCharsets.UTF_8), largest()),
          text -> {
            hear(text);
            return text;
          });
    }
    return new Refused<>(new Fault(Fault.Kind.BROKEN, "It answered with something else than MCP"));
  }

  private static Fault fault(int status, boolean first) {
    if (first && OTHER_WAY.contains(status)) {
      return new Fault(Fault.Kind.OTHER_WAY, "It speaks no Streamable HTTP: status " + status);
    }
    if (!first && LOST.contains(status)) {
      return new Fault(Fault.Kind.LOST, "It knows no such session: status " + status);
    }
    return Refused.fault(status);
  }
}
