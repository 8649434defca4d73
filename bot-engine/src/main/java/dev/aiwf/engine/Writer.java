package dev.aiwf.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all work that waits into one transaction, so that a hundred
 * commands cost one fsync, and answers everybody after the commit. Work that throws is rolled back
 * alone.
 */
final class Writer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MOST_IN_ONE_COMMIT = 512;
  private static final int MOST_WAITING = 8_192;

  private final Handle handle;
  private final BlockingQueue<Job<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private volatile boolean closing;

  Writer(Handle handle) {
    this.handle = handle;
    // A platform thread: SQLite waits for the disk inside native code, which would hold a carrier.
    this.thread = Thread.ofPlatform().name("aiwf-writer").start(this::run);
  }

  /** Something to write. It may run again if the store said no the first time. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T on(Handle handle);
  }

  /** Writes and waits for the commit. */
  <T extends @Nullable Object> T write(Work<T> work) {
    return write(work, _ -> {});
  }

  /**
   * Writes and waits for the commit.
   *
   * @param then runs on the writing thread right after the commit, in the order of the commits; it
   *     must be quick
   */
  <T extends @Nullable Object> T write(Work<T> work, Consumer<T> then) {
    Job<T> job = new Job<>(work, then);
    try {
      waiting.put(job);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreTrouble("interrupted before it was stored", e);
    }
    if (!thread.isAlive()) {
      job.failed(new StoreTrouble("the store is closed", null));
    }
    try {
      return job.done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? StoreTrouble.orItself(failure)
          : new StoreTrouble("the store did not take it", e.getCause());
    }
  }

  /** Whether so much waits that nothing more should be taken in. */
  boolean full() {
    return closing || waiting.remainingCapacity() < MOST_WAITING / 8;
  }

  private void run() {
    List<Job<?>> batch = new ArrayList<>();
    while (!closing || !waiting.isEmpty()) {
      batch.clear();
      try {
        batch.add(waiting.take());
      } catch (InterruptedException e) {
        continue;
      }
      waiting.drainTo(batch, MOST_IN_ONE_COMMIT - 1);
      commit(batch);
    }
  }

  private void commit(List<Job<?>> batch) {
    try {
      handle.execute("begin immediate");
      batch.forEach(job -> job.run(handle));
      handle.execute("commit");
    } catch (Throwable e) {
      // An Error too: without this thread nothing is ever stored or answered again.
      LOG.error("A transaction of {} pieces of work failed", batch.size(), e);
      rollBack();
      batch.forEach(job -> job.failed(new StoreTrouble("the store did not take it", e)));
      return;
    }
    batch.forEach(Job::committed);
  }

  private void rollBack() {
    try {
      handle.execute("rollback");
    } catch (RuntimeException e) {
      LOG.debug("There was no transaction left to roll back", e);
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    handle.close();
    List<Job<?>> late = new ArrayList<>();
    waiting.drainTo(late);
    late.forEach(job -> job.failed(new StoreTrouble("the store is closed", null)));
  }

  private static final class Job<T extends @Nullable Object> {
    private final Work<T> work;
    private final Consumer<T> then;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable RuntimeException failure;
    private T result;

    @SuppressWarnings("NullAway") // result is set by run before committed reads it
    Job(Work<T> work, Consumer<T> then) {
      this.work = work;
      this.then = then;
    }

    void run(Handle handle) {
      handle.execute("savepoint job");
      try {
        result = work.on(handle);
        handle.execute("release job");
      } catch (RuntimeException e) {
        failure = e;
        handle.execute("rollback to job");
        handle.execute("release job");
      }
    }

    void committed() {
      RuntimeException broken = failure;
      if (broken != null) {
        done.completeExceptionally(broken);
        return;
      }
      try {
        then.accept(result);
      } catch (RuntimeException e) {
        LOG.error("What follows a commit failed; the sweep will catch it", e);
      }
      done.complete(result);
    }

    void failed(StoreTrouble trouble) {
      done.completeExceptionally(trouble);
    }
  }
}
