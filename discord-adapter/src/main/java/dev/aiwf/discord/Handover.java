package dev.aiwf.discord;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what comes off the connection's own thread at once, for while that one waits, no heartbeat
 * goes out. What is typed in one place is taken in the order in which it came.
 */
final class Handover implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("discord-event-", 0).factory());
  private final Executor safely = task -> threads.execute(() -> run(task));
  private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  /** Something that somebody waits for. */
  void now(Runnable task) {
    if (!threads.isShutdown()) {
      safely.execute(task);
    }
  }

  /** Something that comes after what came there before. */
  void inOrder(String place, Runnable task) {
    if (threads.isShutdown()) {
      return;
    }
    CompletableFuture<Void> mine =
        last.compute(
            place,
            (_, before) ->
                before == null
                    ? CompletableFuture.runAsync(task, safely)
                    : before.thenRunAsync(task, safely));
    var _ = mine.thenRun(() -> last.remove(place, mine));
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("Something of Discord's failed", e);
    }
  }

  /** Takes no more; what was taken comes to its end. */
  @Override
  public void close() {
    threads.close();
  }
}
