package dev.aiwf.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What a turn of talk costs beside the model's own time, while many talk at once. */
final class Talk implements Measurement {

  private static final int PROJECTS = Integer.getInteger("bench.talk", 200);
  private static final int TOKENS = 60;
  private static final int PAUSE_MILLIS = 50;
  private static final int MINUTES = 3;

  private static final String BEFORE = "from the question until the model has it";
  private static final String FIRST = "from the model's first word until it is seen";
  private static final String AFTER = "from the model's last word until the answer is there";
  private static final String ALL = "a turn beside the model's own time";

  private final Map<String, List<Long>> took = new LinkedHashMap<>();

  @Override
  public String name() {
    return "talk";
  }

  @Override
  public String asks() {
    return "a turn of talk beside the model's own time, " + PROJECTS + " at once";
  }

  @Override
  public void run(Bench bench) throws Exception {
    List<Double> others = new ArrayList<>();
    long resident = 0;
    Others quiet = new Others();
    try (SlowModel model = new SlowModel(TOKENS, PAUSE_MILLIS);
        Server aiwf = Programs.aiwf(bench, bench.folder("talk"), model.environment());
        HttpClient http = HttpClient.newHttpClient();
        Api api = new Api(aiwf)) {
      for (int i = 0; i < PROJECTS; i++) {
        api.post("/api/projects", "{\"name\":\"talk-" + i + "\"}");
        api.begun("talk-" + i);
      }
      Run run = new Run(model, aiwf, http, api);
      run.once(0);
      took.clear();
      for (int round = 1; round <= Bench.ROUNDS; round++) {
        int number = round;
        others.add(quiet.quietly(() -> run.once(number)).others());
        resident = Math.max(resident, aiwf.residentKib());
      }
      http.shutdownNow();
    }
    tell(bench.report(), resident, Median.of(others));
  }

  /** What the rounds share. */
  private final class Run {
    private final SlowModel model;
    private final Server aiwf;
    private final HttpClient http;
    private final Api api;

    Run(SlowModel model, Server aiwf, HttpClient http, Api api) {
      this.model = model;
      this.aiwf = aiwf;
      this.http = http;
      this.api = api;
    }

    int once(int round) throws IOException, InterruptedException {
      CountDownLatch left = new CountDownLatch(2 * PROJECTS);
      List<Watcher> watchers = new ArrayList<>();
      for (int i = 0; i < PROJECTS; i++) {
        int number = round * PROJECTS + i;
        Watcher watcher =
            new Watcher(Set.of(SlowModel.first(number), SlowModel.last(number)), left);
        watcher.watch(http, aiwf.port(), "talk-" + i);
        watchers.add(watcher);
      }
      List<Long> said = said(round);
      if (!left.await(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("%d words of the model were not seen.".formatted(left.getCount()));
      }
      for (int i = 0; i < PROJECTS; i++) {
        count(round * PROJECTS + i, said.get(i), watchers.get(i));
      }
      return round;
    }

    /** All of them at once. */
    private List<Long> said(int round) throws IOException, InterruptedException {
      try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Long>> asked = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
          String path = "/api/projects/talk-" + i + "/commands";
          String words = "@aiwf " + SlowModel.question(round * PROJECTS + i);
          asked.add(
              people.submit(() -> {
                long now = System.nanoTime();
                var _ = api.post(path, "{\"say\":\"" + words + "\"}");
                return now;
              }));
        }
        List<Long> at = new ArrayList<>();
        for (Future<Long> each : asked) {
          at.add(each.get());
        }
        return at;
      } catch (ExecutionException e) {
        throw new IOException("A question was not taken.", e);
      }
    }

    private void count(int number, long said, Watcher watcher) throws IOException {
      SlowModel.Told told = model.told().get(number);
      if (told == null) {
        throw new IOException("A question did not reach the model.");
      }
      long before = told.asked() - said;
      long after = watcher.seen(SlowModel.last(number)) - told.ended();
      add(BEFORE, before);
      add(FIRST, watcher.seen(SlowModel.first(number)) - told.begun());
      add(AFTER, after);
      add(ALL, before + after);
    }
  }

  private void add(String what, long nanos) {
    took.computeIfAbsent(what, _ -> new ArrayList<>()).add(nanos);
  }

  private void tell(Report report, long residentKib, double others) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    took.forEach((what, times) -> {
      Latencies latencies = Latencies.of(times);
      rows.add(List.of(what, Texts.time(latencies.at(50)), Texts.time(latencies.at(99))));
    });
    report.table(
        "A turn of talk, %d at once".formatted(PROJECTS),
        List.of("what", "median", "p99"),
        rows,
        "The model says %d words, one each %d ms. Resident memory was %,d MB at most."
            .formatted(TOKENS, PAUSE_MILLIS, residentKib / 1024),
        Others.line(others));
  }
}
