package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Acknowledgements where every fsync takes 5 ms more, as on a disk that is far away. */
final class SlowDisk implements Measurement {

  private static final int MORE_MICROS = 5_000;
  private static final int PROJECTS = 100;
  private static final List<Integer> CLIENTS = List.of(64, 16, 1);

  /** Every message is replied to, so Slack is called as often: it is not as near as loopback. */
  private static final int SLACK_MILLIS = 50;

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public String asks() {
    return "acknowledgements on a disk that needs 5 ms for an fsync, beside this one";
  }

  @Override
  public void run(Bench bench) throws Exception {
    Path library = compiled(bench);
    Map<String, String> slow =
        Map.of("LD_PRELOAD", library.toString(), "SLOW_DISK_MICROS", String.valueOf(MORE_MICROS));
    List<List<String>> rows = new ArrayList<>();
    Map<Integer, Double> plain = new LinkedHashMap<>();
    for (Map<String, String> disk : List.of(Map.<String, String>of(), slow)) {
      String fsync = Texts.time(fsync(bench, disk));
      for (var entry : loads(bench, disk).entrySet()) {
        int clients = entry.getKey();
        List<Load.Outcome> outcomes = entry.getValue();
        double rate = Median.of(outcomes.stream().map(Load.Outcome::perSecond).toList());
        plain.putIfAbsent(clients, rate);
        rows.add(
            List.of(
                fsync,
                String.valueOf(clients),
                Texts.rate(rate),
                percentile(outcomes, 50),
                percentile(outcomes, 99),
                Texts.ratio(rate / plain.getOrDefault(clients, rate))));
      }
    }
    bench
        .report()
        .table(
            "Acknowledged a second where the disk is slow",
            List.of("fsync", "clients", "a second", "p50", "p99", "to this disk"),
            rows,
            "%d projects, turns running; median of %d rounds of %d s."
                .formatted(PROJECTS, Bench.ROUNDS, Bench.SECONDS));
  }

  private static String percentile(List<Load.Outcome> outcomes, double percent) {
    return Texts.time(
        (long) Median.of(outcomes.stream().map(each -> (double) each.took().at(percent)).toList()));
  }

  private static Map<Integer, List<Load.Outcome>> loads(Bench bench, Map<String, String> disk)
      throws IOException, InterruptedException {
    Map<Integer, List<Load.Outcome>> outcomes = new LinkedHashMap<>();
    Others quiet = new Others();
    SlackRequests requests = new SlackRequests();
    try (SlackStandIn slack = new SlackStandIn(SLACK_MILLIS)) {
      Map<String, String> environment = new HashMap<>(slack.environment());
      environment.putAll(disk);
      try (Server aiwf = Programs.aiwf(bench, bench.folder("disk"), environment);
          Api api = new Api(aiwf)) {
        Threads threads = Threads.start(aiwf, slack, requests, "disk", PROJECTS);
        api.settle(LONG_ENOUGH);
        for (int round = 0; round <= Bench.ROUNDS; round++) {
          for (int clients : CLIENTS) {
            var talk = threads.talk(requests, aiwf.port(), 15_000 * Bench.SECONDS);
            Load.Outcome outcome =
                quiet
                    .quietly(() -> Load.once(aiwf.port(), clients, talk, Bench.SECONDS).whole())
                    .result();
            api.settle(LONG_ENOUGH);
            // The first round is for the compiler.
            if (round > 0) {
              outcomes.computeIfAbsent(clients, _ -> new ArrayList<>()).add(outcome);
            }
          }
        }
      }
    }
    return outcomes;
  }

  private static long fsync(Bench bench, Map<String, String> disk) throws IOException {
    ProcessBuilder probe =
        new ProcessBuilder(
            Programs.java(),
            "-cp",
            System.getProperty("java.class.path", ""),
            FsyncProbe.class.getName(),
            bench.work().toString());
    probe.environment().putAll(disk);
    probe.redirectError(ProcessBuilder.Redirect.INHERIT);
    String nanos = new String(probe.start().getInputStream().readAllBytes(), Texts.UTF_8).strip();
    return Long.parseLong(nanos);
  }

  private static Path compiled(Bench bench) throws IOException, InterruptedException {
    Path library = bench.work().resolve("slow-disk.so");
    Files.deleteIfExists(library);
    Process compiler =
        new ProcessBuilder(
                "cc",
                "-O2",
                "-shared",
                "-fPIC",
                "-o",
                library.toString(),
                bench.home().resolve("bench/slow-disk/slow-disk.c").toString(),
                "-ldl")
            .inheritIO()
            .start();
    if (compiler.waitFor() != 0) {
      throw new IOException("The slow disk needs a C compiler, cc, and Linux.");
    }
    return library;
  }
}
