package dev.aiwf.knowledge.client;

import dev.langchain4j.mcp.client.transport.McpOperationHandler;
import dev.langchain4j.mcp.protocol.McpClientMessage;
import java.net.URI;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The older way: all answers come in one stream, whose first event says where to send to. */
final class SseTransport extends BoundedTransport {

  private static final Set<Integer> LOST = Set.of(400, 404, 410);

  private final CompletableFuture<URI> door = new CompletableFuture<>();
  private final Map<Long, CompletableFuture<?>> waiting = new ConcurrentHashMap<>();
  private @Nullable CompletableFuture<?> stream;

  SseTransport(KnowledgeSettings.Server server, World world) {
    super(server, world);
  }

  @Override
  public void start(McpOperationHandler messageHandler) {
    super.start(messageHandler);
    CompletableFuture<?> begun =
        http()
            .sendAsync(
                request(address()).header("Accept", "text/event-stream").GET().build(),
                this::events);
    stream = begun;
    var _ = begun.whenComplete((_, failure) -> ended(failure));
  }

  private BodySubscriber<?> events(ResponseInfo response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (response.statusCode() / 100 != 2) {
      return new Refused<>(Refused.fault(response.statusCode()));
    }
    if (!type.startsWith("text/event-stream")) {
      return new Refused<>(
          new Fault(Fault.Kind.BROKEN, "It answered with something else than MCP"));
    }
    // The stream goes on for as long as the session: each event is bounded, not all together.
    Capped<?>[] capped = new Capped<?>[1];
    Events events =
        new Events((name, data) -> {
          Objects.requireNonNull(capped[0]).begin();
          event(name, data);
        });
    capped[0] = new Capped<>(BodySubscribers.fromLineSubscriber(events), largest());
    return capped[0];
  }

  private void event(String name, String data) {
    switch (name) {
      case "endpoint" -> door.complete(ours(data));
      case "message" -> hear(data);
      default -> {
        // Not of this protocol.
      }
    }
  }

  /** A server may name an address on itself only: what is sent there shows the key. */
  private URI ours(String named) {
    URI to;
    try {
      to = address().resolve(named);
    } catch (IllegalArgumentException e) {
      throw new Fault(Fault.Kind.BROKEN, "It names no address to send to", e);
    }
    if (!address().getScheme().equals(to.getScheme())
        || !address().getRawAuthority().equals(to.getRawAuthority())) {
      throw new Fault(Fault.Kind.BROKEN, "It names an address that is not its own");
    }
    return to;
  }

  /** Nothing more will come. */
  private void ended(@Nullable Throwable failure) {
    Throwable why =
        failure != null ? failure : new Fault(Fault.Kind.LOST, "Its stream of events has ended");
    door.completeExceptionally(why);
    waiting.values().forEach(each -> each.completeExceptionally(why));
  }

  @Override
  CompletableFuture<?> send(McpClientMessage message, boolean answered) {
    CompletableFuture<Object> told = new CompletableFuture<>();
    if (answered) {
      waiting.put(message.getId(), told);
      var _ = told.whenComplete((_, _) -> waiting.remove(message.getId()));
    }
    if (stream != null && stream.isDone()) {
      told.completeExceptionally(new Fault(Fault.Kind.LOST, "Its stream of events has ended"));
    }
    var _ =
        door.thenCompose(address -> http().sendAsync(post(address, message).build(), this::sent))
            .whenComplete((_, failure) -> {
              if (failure != null) {
                told.completeExceptionally(failure);
              } else if (!answered) {
                told.complete(message);
              }
            });
    return timely(told);
  }

  private BodySubscriber<Void> sent(ResponseInfo response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new Capped<>(BodySubscribers.discarding(), largest());
    }
    return new Refused<>(
        LOST.contains(status)
            ? new Fault(Fault.Kind.LOST, "It knows no such session: status " + status)
            : Refused.fault(status));
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.cancel(true);
    }
  }
}
