package dev.aiwf.architect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model on one thread and reads its answer on another. The first one ends as soon as the
 * answer begins, and the buffers end with it that the request was written in: answers take their
 * time, and hundreds are waited for at once.
 */
final class Reading {

  /**
   * What a request that is made on this thread belongs to. Between us and our {@link Wire} stands
   * langchain4j, which has no place to hand it through.
   */
  static final ScopedValue<Reading> CURRENT = ScopedValue.newInstance();

  private final Runnable over;
  private @Nullable Thread last;
  private boolean stopped;

  private Reading(Runnable over) {
    this.over = over;
  }

  /**
   * Begins to ask.
   *
   * @param over is run when nothing more comes
   */
  static Reading begin(Runnable asking, Runnable over) {
    Reading reading = new Reading(over);
    reading.goOn(() -> ScopedValue.where(CURRENT, reading).run(asking));
    return reading;
  }

  /** Goes on with this on another thread; the one before has nothing more to say. */
  synchronized void goOn(Runnable work) {
    Thread next =
        Thread.ofVirtual()
            .name("architect")
            .unstarted(() -> {
              try {
                work.run();
              } finally {
                ended();
              }
            });
    next.start();
    last = next;
    if (stopped) {
      next.interrupt();
    }
  }

  private synchronized void ended() {
    if (Thread.currentThread().equals(last)) {
      over.run();
    }
  }

  /** Has it come to its end, whatever it is at. */
  synchronized void stop() {
    stopped = true;
    if (last != null) {
      last.interrupt();
    }
  }

  /** Waits for its end, but not for long. */
  void join(Duration atMost) throws InterruptedException {
    Thread thread = thread();
    if (thread != null) {
      var _ = thread.join(atMost);
    }
  }

  private synchronized @Nullable Thread thread() {
    return last;
  }
}
