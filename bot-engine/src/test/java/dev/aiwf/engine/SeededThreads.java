package dev.aiwf.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Threads that are none: tasks wait until the seed picks one. */
final class SeededThreads extends AbstractExecutorService {

  private final List<Runnable> tasks = new ArrayList<>();
  private boolean shut;

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  boolean hasTasks() {
    return !tasks.isEmpty();
  }

  /** Runs one of the tasks. */
  void runOne(RandomGenerator random) {
    tasks.remove(random.nextInt(tasks.size())).run();
  }

  @Override
  public void shutdown() {
    shut = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shut = true;
    return List.copyOf(tasks);
  }

  @Override
  public boolean isShutdown() {
    return shut;
  }

  @Override
  public boolean isTerminated() {
    return shut;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
