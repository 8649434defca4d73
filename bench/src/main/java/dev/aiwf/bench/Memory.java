package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a running program holds of the machine's memory while nobody does anything. */
final class Memory implements Measurement {

  private static final int FEW = 10;
  private static final int MANY = Integer.getInteger("bench.projects", 10_000);
  private static final int AT_ONCE = 16;
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);
  private static final int SETTLING_MILLIS = 20_000;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String asks() {
    return "resident memory with 10 and with 10,000 idle projects";
  }

  @Override
  public void run(Bench bench) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    double few = 0;
    for (int projects : List.of(FEW, MANY)) {
      Path data = bench.folder("memory-" + projects);
      long seconds;
      long after;
      try (Server aiwf = Programs.aiwf(bench, data, Map.of());
          Api api = new Api(aiwf)) {
        long begun = System.nanoTime();
        fill(api, projects);
        api.settle(LONG_ENOUGH);
        seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        after = settled(aiwf);
      }
      try (Server aiwf = Programs.aiwf(bench, data, Map.of())) {
        long idle = settled(aiwf);
        few = few == 0 ? idle : few;
        rows.add(
            List.of(
                "%,d".formatted(projects),
                "%,d MB".formatted(idle / 1024),
                Texts.ratio(idle / few),
                "%,d MB".formatted(after / 1024),
                seconds + " s"));
      }
    }
    bench
        .report()
        .table(
            "Resident memory, idle",
            List.of(
                "projects",
                "after a start",
                "to 10 projects",
                "after making them",
                "making them took"),
            rows,
            "Read 20 s after the last work, with the JVM's options of ./aiwf; no collection was"
                + " asked for.");
  }

  private static long settled(Server aiwf) throws IOException, InterruptedException {
    Thread.sleep(SETTLING_MILLIS);
    return aiwf.residentKib();
  }

  /** Makes so many projects that nobody does anything in. */
  static void fill(Api api, int projects) throws IOException, InterruptedException {
    List<Future<?>> making = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < AT_ONCE; client++) {
        int first = client;
        making.add(
            threads.submit(() -> {
              for (int i = first; i < projects; i += AT_ONCE) {
                api.post("/api/projects", "{\"name\":\"idle-" + i + "\"}");
              }
              return null;
            }));
      }
      for (Future<?> each : making) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("A project could not be made.", e);
    }
  }
}
