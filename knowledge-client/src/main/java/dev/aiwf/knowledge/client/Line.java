package dev.aiwf.knowledge.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.McpReadResourceResult;
import dev.langchain4j.mcp.client.McpTextResourceContents;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A session with a knowledge base, opened when it is needed and anew when it is lost. */
final class Line implements AutoCloseable {

  private final KnowledgeSettings.Server server;
  private final World world;
  private final ReentrantLock opening = new ReentrantLock();
  private final AtomicReference<@Nullable McpClient> open = new AtomicReference<>();
  private boolean closed;

  Line(KnowledgeSettings.Server server, World world) {
    this.server = server;
    this.world = world;
  }

  /** What a tool answers. */
  JsonNode call(String tool, Map<String, Object> arguments) throws InterruptedException {
    ToolExecutionRequest request =
        ToolExecutionRequest.builder().name(tool).arguments(Json.write(arguments)).build();
    return Json.read(inSession(client -> client.executeTool(request).resultText()));
  }

  /** What stands at an address; none if nothing does. */
  Optional<JsonNode> read(String address) throws InterruptedException {
    try {
      McpReadResourceResult read = inSession(client -> client.readResource(address));
      return read.contents().stream()
          .filter(McpTextResourceContents.class::isInstance)
          .map(contents -> Json.read(((McpTextResourceContents) contents).text()))
          .findFirst();
    } catch (Fault fault) {
      if (fault.kind() == Fault.Kind.REFUSED) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  private <T> T inSession(Function<McpClient, T> call) throws InterruptedException {
    McpClient client = session();
    try {
      return attempt(() -> call.apply(client));
    } catch (Fault fault) {
      if (fault.kind() != Fault.Kind.LOST) {
        throw fault;
      }
      drop(client);
    }
    McpClient anew = session();
    return attempt(() -> call.apply(anew));
  }

  private interface Attempt<T> {
    T run();
  }

  /** The library wraps what went wrong in exceptions of its own. */
  private static <T> T attempt(Attempt<T> attempt) throws InterruptedException {
    try {
      return attempt.run();
    } catch (RuntimeException e) {
      throw Faults.in(e);
    }
  }

  private McpClient session() throws InterruptedException {
    opening.lockInterruptibly();
    try {
      if (closed) {
        throw new Fault(Fault.Kind.LATE, "It is not asked any more");
      }
      McpClient current = open.get();
      if (current == null) {
        current = opened();
        open.set(current);
      }
      return current;
    } finally {
      opening.unlock();
    }
  }

  private McpClient opened() throws InterruptedException {
    try {
      return attempt(() -> client(new StreamableTransport(server, world)));
    } catch (Fault fault) {
      if (fault.kind() != Fault.Kind.OTHER_WAY) {
        throw fault;
      }
    }
    return attempt(() -> client(new SseTransport(server, world)));
  }

  /** Its patience is longer than that of our transports, whose faults tell more. */
  private McpClient client(BoundedTransport transport) {
    try {
      return DefaultMcpClient.builder()
          .transport(transport)
          .key(server.name())
          .clientName("aiwf")
          .clientVersion(world.version())
          .initializationTimeout(world.patience().call().multipliedBy(3))
          .toolExecutionTimeout(world.patience().call().multipliedBy(2))
          .resourcesTimeout(world.patience().call().multipliedBy(2))
          .autoHealthCheck(false)
          // What a server wants logged is its own affair.
          .logHandler(_ -> {})
          .build();
    } catch (RuntimeException e) {
      transport.close();
      throw e;
    }
  }

  /** Only this one: another may have been opened meanwhile. */
  private void drop(McpClient client) {
    if (open.compareAndSet(client, null)) {
      shut(client);
    }
  }

  private static void shut(McpClient client) {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("A session could not be closed", e);
    }
  }

  @Override
  public void close() {
    opening.lock();
    try {
      closed = true;
      McpClient last = open.getAndSet(null);
      if (last != null) {
        shut(last);
      }
    } finally {
      opening.unlock();
    }
  }
}
