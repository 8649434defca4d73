package dev.aiwf.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. It takes all work that waits into one transaction, so that a hundred
 * commands cost one fsync, and answers everybody after the commit.
 */
final class GroupWriter implements Writer {

  private static final int MOST_IN_ONE_COMMIT = 512;
  private static final int MOST_WAITING = 8_192;

  private final Writing writing;
  private final BlockingQueue<Job<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private volatile boolean closing;

  GroupWriter(Writing writing) {
    this.writing = writing;
    // A platform thread: SQLite waits for the disk inside native code, which would hold a carrier.
    this.thread = Thread.ofPlatform().name("aiwf-writer").start(this::run);
  }

  @Override
  public <T extends @Nullable Object> T write(Work<T> work, Consumer<T> then) {
    Job<T> job = new Job<>(work, then);
    try {
      // Who is interrupted is refused only where there is no room: what waits is written in a
      // moment.
      if (!waiting.offer(job)) {
        waiting.put(job);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreTrouble("interrupted before it was stored", e);
    }
    if (!thread.isAlive()) {
      job.failed(new StoreTrouble("the store is closed", null));
    }
    return job.await();
  }

  @Override
  public boolean full() {
    return closing || waiting.remainingCapacity() < MOST_WAITING / 8;
  }

  @Override
  public boolean broken() {
    return writing.broken();
  }

  @Override
  public void reconnected(Runnable then) {
    writing.reconnected(then);
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
      writing.commit(batch);
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
    writing.close();
    List<Job<?>> late = new ArrayList<>();
    waiting.drainTo(late);
    late.forEach(job -> job.failed(new StoreTrouble("the store is closed", null)));
  }
}
