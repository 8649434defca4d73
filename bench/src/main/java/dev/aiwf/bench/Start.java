package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long it takes from the command to the first request that is taken. */
final class Start implements Measurement {

  private static final String TRIVIAL = "the JDK's own HTTP server in one class";
  private static final String EMPTY = "aiwf on an empty folder";
  private static final String EXISTING = "aiwf on a folder that is there";
  private static final int TIMES_A_ROUND = 3;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String asks() {
    return "from exec to ready, beside the smallest HTTP server that Java has";
  }

  @Override
  public void run(Bench bench) throws Exception {
    Others quiet = new Others();
    Map<String, List<Long>> took = new LinkedHashMap<>();
    List<Double> others = new ArrayList<>();
    Path existing = bench.folder("start");
    Programs.aiwf(bench, existing, Map.of()).close();
    for (int i = 0; i < Bench.ROUNDS * TIMES_A_ROUND; i++) {
      Path empty = bench.folder("start-empty");
      Map<String, Others.Work<Server>> starts = new LinkedHashMap<>();
      starts.put(TRIVIAL, () -> Programs.trivial(bench));
      starts.put(EMPTY, () -> Programs.aiwf(bench, empty, Map.of()));
      starts.put(EXISTING, () -> Programs.aiwf(bench, existing, Map.of()));
      for (var start : starts.entrySet()) {
        Others.Shared<Server> started = quiet.quietly(start.getValue());
        started.result().close();
        others.add(started.others());
        took.computeIfAbsent(start.getKey(), _ -> new ArrayList<>())
            .add(started.result().nanosToReady());
      }
    }
    tell(bench.report(), took, Median.of(others));
  }

  private static void tell(Report report, Map<String, List<Long>> took, double others)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    long trivial = Latencies.of(took.getOrDefault(TRIVIAL, List.of())).at(50);
    took.forEach((what, times) -> {
      Latencies latencies = Latencies.of(times);
      rows.add(
          List.of(
              what,
              Texts.time(latencies.at(50)),
              Texts.time(latencies.at(0)),
              Texts.time(latencies.at(100)),
              Texts.ratio((double) latencies.at(50) / trivial)));
    });
    report.table(
        "From exec to ready",
        List.of("what", "median", "fastest", "slowest", "to the trivial server"),
        rows,
        "%d starts each, in turn; ./aiwf's own look at the sources is in it."
            .formatted(Bench.ROUNDS * TIMES_A_ROUND),
        Others.line(others));
  }
}
