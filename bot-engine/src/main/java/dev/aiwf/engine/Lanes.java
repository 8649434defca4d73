package dev.aiwf.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes rows through, lane by lane: within a lane one at a time and in order, lanes side by side on
 * virtual threads. It holds only the rows' ids; the rows are the tables', so forgetting one here
 * costs no more than the time until the next sweep.
 */
final class Lanes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
  private static final Duration AFTER_A_SURPRISE = Duration.ofSeconds(1);

  private final Map<String, Lane> lanes = new HashMap<>();
  // One lock for queue and flag: a worker that is just finishing can't miss a row just offered.
  private final ReentrantLock lock = new ReentrantLock();
  private final ExecutorService threads;
  private final InstantSource clock;
  private final Work work;
  // How many keep it from starting.
  private final Map<String, Integer> held = new HashMap<>();
  private final Condition ended = lock.newCondition();
  private boolean opened;
  private boolean closing;

  /**
   * Lanes that nobody works in yet.
   *
   * @param threads what the lanes run on, a task for each row; closed with the lanes
   */
  Lanes(ExecutorService threads, InstantSource clock, Work work) {
    this.threads = threads;
    this.clock = clock;
    this.work = work;
  }

  /** A virtual thread for each row. */
  static ExecutorService threads(String name) {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
  }

  /** What is done with a row. */
  interface Work {
    Next take(String lane, long row);
  }

  /** How the lane goes on. */
  sealed interface Next {
    /** With the next row. */
    record On() implements Next {}

    /** With the same row, later. */
    record Again(Duration after) implements Next {}

    Next ON = new On();
  }

  void offer(String key, long row) {
    lock.lock();
    try {
      Lane lane = lanes.computeIfAbsent(key, Lane::new);
      lane.rows.add(row);
      start(lane);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Begins to work. What is offered before waits: after a start, rows that nobody has swept up yet
   * may be older.
   */
  void open() {
    lock.lock();
    try {
      opened = true;
    } finally {
      lock.unlock();
    }
    wake();
  }

  /** Whether work has begun. */
  boolean opened() {
    lock.lock();
    try {
      return opened;
    } finally {
      lock.unlock();
    }
  }

  /** Starts the lanes whose wait is over. */
  void wake() {
    lock.lock();
    try {
      List.copyOf(lanes.values()).forEach(this::start);
    } finally {
      lock.unlock();
    }
  }

  /** Keeps lanes from starting until it is closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits until nothing runs in these lanes, and lets nothing start in them until closed. */
  Hold hold(Collection<String> keys) {
    Set<String> all = Set.copyOf(keys);
    lock.lock();
    try {
      all.forEach(key -> held.merge(key, 1, Integer::sum));
      while (all.stream().anyMatch(this::runs)) {
        ended.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    return () -> letGo(all);
  }

  private boolean runs(String key) {
    Lane lane = lanes.get(key);
    return lane != null && lane.running;
  }

  private void letGo(Set<String> keys) {
    lock.lock();
    try {
      for (String key : keys) {
        held.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
        Lane lane = lanes.get(key);
        if (lane != null) {
          start(lane);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing waits and nothing runs. */
  boolean idle() {
    lock.lock();
    try {
      return lanes.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private void start(Lane lane) {
    boolean free = opened && !closing && !held.containsKey(lane.key) && !lane.running;
    if (free && !lane.rows.isEmpty() && !lane.waits(clock)) {
      lane.running = true;
      threads.execute(() -> run(lane));
    }
  }

  /** Takes the lane's first row, and comes again for the next. */
  private void run(Lane lane) {
    long row;
    lock.lock();
    try {
      row = lane.rows.first();
    } finally {
      lock.unlock();
    }
    Next next = take(lane, row);
    lock.lock();
    try {
      switch (next) {
        case Next.On _ -> lane.rows.remove(row);
        case Next.Again(var after) -> lane.pause(clock, after);
      }
      lane.running = false;
      ended.signalAll();
      if (lane.rows.isEmpty()) {
        lanes.remove(lane.key);
      }
      start(lane);
    } finally {
      lock.unlock();
    }
  }

  private Next take(Lane lane, long row) {
    try {
      return work.take(lane.key, row);
    } catch (Throwable e) {
      // An Error too: a lane that is left marked as running would never move again.
      LOG.error("Lane {} stumbled over row {}; it tries again", lane.key, row, e);
      return new Next.Again(AFTER_A_SURPRISE);
    }
  }

  /** Lets what runs come to its end, for some time, and starts nothing more. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (closing) {
        return;
      }
      closing = true;
    } finally {
      lock.unlock();
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        List<Runnable> left = new ArrayList<>(threads.shutdownNow());
        LOG.warn("Cut off what did not come to its end within 10 s; {} not begun", left.size());
        // What is cut off may still stand before whatever is closed next.
        var _ = threads.awaitTermination(2, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static final class Lane {
    private final String key;
    private final TreeSet<Long> rows = new TreeSet<>();
    private boolean running;
    private Instant since = Instant.MIN;
    private Instant until = Instant.MIN;

    Lane(String key) {
      this.key = key;
    }

    void pause(InstantSource clock, Duration time) {
      since = clock.instant();
      until = since.plus(time);
    }

    /** A clock that was put back ends the wait: nobody knows how much of it is left. */
    boolean waits(InstantSource clock) {
      Instant now = clock.instant();
      return now.isBefore(until) && !now.isBefore(since);
    }
  }
}
