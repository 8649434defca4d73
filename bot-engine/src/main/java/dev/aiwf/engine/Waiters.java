package dev.aiwf.engine;

import dev.aiwf.core.port.Inbox.Settled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Those who wait to learn what became of a command. */
final class Waiters {

  private final Map<String, List<Waiter>> waiting = new ConcurrentHashMap<>();

  void settled(String command, Settled settled) {
    List<Waiter> waiters = waiting.remove(command);
    if (waiters != null) {
      waiters.forEach(waiter -> waiter.told.complete(settled));
    }
  }

  /** Begins to wait before it looks, so that nothing is missed in between. */
  Optional<Settled> await(String command, Duration atMost, Supplier<Optional<Settled>> look)
      throws InterruptedException {
    Waiter waiter = new Waiter();
    begin(command, waiter);
    try {
      Optional<Settled> now = look.get().filter(s -> s.state() != Settled.State.WAITING);
      return now.isPresent()
          ? now
          : Optional.of(waiter.told.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a waiter is only ever told", e);
    } finally {
      end(command, waiter);
    }
  }

  private void begin(String command, Waiter waiter) {
    waiting.compute(
        command,
        (_, list) -> {
          List<Waiter> all = list == null ? new CopyOnWriteArrayList<>() : list;
          all.add(waiter);
          return all;
        });
  }

  private void end(String command, Waiter waiter) {
    waiting.computeIfPresent(
        command,
        (_, list) -> {
          list.remove(waiter);
          return list.isEmpty() ? null : list;
        });
  }

  /** One who waits; two are never the same. */
  private static final class Waiter {
    private final CompletableFuture<Settled> told = new CompletableFuture<>();
  }
}
