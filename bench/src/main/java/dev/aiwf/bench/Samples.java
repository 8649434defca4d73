package dev.aiwf.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/** What a program holds while it is used, looked at every few seconds. */
final class Samples implements AutoCloseable {

  private static final int THIRDS = 3;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final List<Sample> taken = new ArrayList<>();
  private final Future<?> sampling;
  private volatile boolean over;

  /**
   * One look.
   *
   * @param at when, by {@code System.nanoTime}
   * @param resident of the machine's memory, in bytes
   * @param heap of the JVM's, in bytes, what nobody needs any more included
   * @param turns how many were done so far
   */
  record Sample(long at, double resident, double heap, double turns) {}

  private Samples(Server aiwf, Api api, int everyMillis) {
    sampling =
        thread.submit(() -> {
          while (!over) {
            taken.add(
                new Sample(
                    System.nanoTime(), aiwf.residentKib() * 1024.0, api.heap(), api.turns()));
            Thread.sleep(everyMillis);
          }
          return null;
        });
  }

  static Samples every(int millis, Server aiwf, Api api) {
    return new Samples(aiwf, api, millis);
  }

  /** Ends it; a look that failed spoils the measurement. */
  List<Sample> end() throws IOException, InterruptedException {
    over = true;
    try {
      sampling.get();
    } catch (ExecutionException e) {
      throw new IOException("The program could not be looked at.", e);
    }
    if (taken.size() < 2 * THIRDS) {
      throw new IOException("The day was too short: only %d looks.".formatted(taken.size()));
    }
    return List.copyOf(taken);
  }

  /** One third of them, counted from 0. */
  static List<Sample> third(List<Sample> all, int which) {
    return all.subList(all.size() * which / THIRDS, all.size() * (which + 1) / THIRDS);
  }

  static double median(List<Sample> some, ToDoubleFunction<Sample> figure) {
    return Median.of(some.stream().map(figure::applyAsDouble).toList());
  }

  static double lowest(List<Sample> some, ToDoubleFunction<Sample> figure) {
    return some.stream().mapToDouble(figure).min().orElse(Double.NaN);
  }

  static double turnsPerSecond(List<Sample> some) {
    Sample first = some.getFirst();
    Sample last = some.getLast();
    return (last.turns() - first.turns()) * 1e9 / (last.at() - first.at());
  }

  @Override
  public void close() {
    over = true;
    thread.shutdownNow();
  }
}
