package dev.aiwf.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a turn of talk costs beside the model's own time, while many talk at once. Everybody asks
 * again as soon as the answer is there, and they begin one after the other, so that at every moment
 * all of them talk and some of them ask.
 */
final class Talk implements Measurement {

  private static final int PROJECTS = Integer.getInteger("bench.talk", 200);
  private static final int TOKENS = 100;
  private static final int PAUSE_MILLIS = 100;

  /** Answers of each that count for nothing yet: the program has just begun. */
  private static final int WARMING = Integer.getInteger("bench.talk.warm", 2);

  private static final String BEFORE = "from the question until the model has it";
  private static final String FIRST = "from the model's first word until it is seen";
  private static final String AFTER = "from the model's last word until the answer is there";
  private static final String ALL = "a turn beside the model's own time";

  private final Map<String, Queue<Long>> took = new ConcurrentHashMap<>();

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
    try (SlowModel model = new SlowModel(TOKENS, PAUSE_MILLIS);
        Server aiwf = Programs.aiwf(bench, bench.folder("talk"), model.environment());
        HttpClient http = HttpClient.newHttpClient();
        Api api = new Api(aiwf)) {
      try {
        List<Watcher> watchers = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
          api.post("/api/projects", "{\"name\":\"talk-" + i + "\"}");
          api.begun("talk-" + i);
          Watcher watcher = new Watcher();
          watcher.watch(http, aiwf.port(), "talk-" + i);
          watchers.add(watcher);
        }
        double others = new Others().quietly(() -> talked(model, api, watchers)).others();
        tell(bench.report(), aiwf.residentKib(), others);
      } finally {
        // Its streams have no end of their own.
        http.shutdownNow();
      }
    }
  }

  private int talked(SlowModel model, Api api, List<Watcher> watchers)
      throws IOException, InterruptedException {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < PROJECTS; i++) {
        int person = i;
        all.add(people.submit(() -> new Person(model, api, watchers.get(person), person).talks()));
      }
      int answers = 0;
      for (Future<Integer> each : all) {
        answers += each.get();
      }
      return answers;
    } catch (ExecutionException e) {
      throw new IOException("Somebody was not answered.", e);
    }
  }

  /** Somebody who asks one question after the other. */
  private final class Person {
    private final SlowModel model;
    private final Api api;
    private final Watcher watcher;
    private final int who;

    Person(SlowModel model, Api api, Watcher watcher, int who) {
      this.model = model;
      this.api = api;
      this.watcher = watcher;
      this.who = who;
    }

    int talks() throws IOException, InterruptedException {
      Thread.sleep((long) TOKENS * PAUSE_MILLIS * who / PROJECTS);
      for (int round = 0; round < WARMING + Bench.ROUNDS; round++) {
        asks(round * PROJECTS + who, round >= WARMING);
      }
      return Bench.ROUNDS;
    }

    private void asks(int number, boolean counts) throws IOException, InterruptedException {
      watcher.expect(SlowModel.first(number));
      watcher.expect(SlowModel.last(number));
      long said = System.nanoTime();
      api.post(
          "/api/projects/talk-" + who + "/commands",
          "{\"say\":\"@aiwf " + SlowModel.question(number) + "\"}");
      long last = watcher.seen(SlowModel.last(number));
      SlowModel.Told told = model.told(number);
      if (counts) {
        add(BEFORE, told.asked() - said);
        add(FIRST, watcher.seen(SlowModel.first(number)) - told.begun());
        add(AFTER, last - told.ended());
        add(ALL, told.asked() - said + last - told.ended());
      }
    }
  }

  private void add(String what, long nanos) {
    took.computeIfAbsent(what, _ -> new ConcurrentLinkedQueue<>()).add(nanos);
  }

  private void tell(Report report, long residentKib, double others) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String what : List.of(BEFORE, FIRST, AFTER, ALL)) {
      Latencies latencies =
          Latencies.of(List.copyOf(took.getOrDefault(what, new ConcurrentLinkedQueue<>())));
      rows.add(List.of(what, Texts.time(latencies.at(50)), Texts.time(latencies.at(99))));
    }
    report.table(
        "A turn of talk, %d at once".formatted(PROJECTS),
        List.of("what", "median", "p99"),
        rows,
        "The model says %d words, one each %d ms. Resident memory was %,d MB at the end."
            .formatted(TOKENS, PAUSE_MILLIS, residentKib / 1024),
        Others.line(others));
  }
}
