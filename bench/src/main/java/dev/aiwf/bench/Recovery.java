package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a start costs that finds much waiting. */
final class Recovery implements Measurement {

  private static final int WAITING = Integer.getInteger("bench.waiting", 100_000);
  private static final int AT_A_TIME = 20_000;

  /** Few, so that turns, which are taken one at a time in a project, stay behind. */
  private static final int PROJECTS = 20;

  private static final int CLIENTS = 256;

  /** Every message is replied to, so Slack is called as often: it is not as near as loopback. */
  private static final int SLACK_MILLIS = 50;

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);

  @Override
  public String name() {
    return "recovery";
  }

  @Override
  public String asks() {
    return "a start that finds 100,000 commands waiting";
  }

  @Override
  public void run(Bench bench) throws Exception {
    for (Database database : Database.all()) {
      on(database, bench);
    }
  }

  private static void on(Database database, Bench bench) throws Exception {
    SlackRequests requests = new SlackRequests();
    Path data = bench.folder("recovery");
    int port = Ports.free();
    try (SlackStandIn slack = new SlackStandIn(SLACK_MILLIS)) {
      Map<String, String> environment = database.with(slack.environment());
      long empty;
      long acknowledged = 0;
      Threads threads;
      try (Server aiwf = Programs.aiwf(bench, data, port, environment);
          Api api = new Api(aiwf)) {
        empty = aiwf.nanosToReady();
        threads = Threads.start(aiwf, slack, requests, "recovery", PROJECTS);
        api.settle(LONG_ENOUGH);
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (api.figure("aiwf_inbox_waiting") < WAITING && System.nanoTime() < until) {
          acknowledged +=
              Load.once(port, CLIENTS, threads.talk(requests, port, AT_A_TIME), 60)
                  .whole()
                  .took()
                  .count();
        }
        aiwf.kill();
      }
      taken(bench, database, data, port, environment, threads, acknowledged, empty);
    }
  }

  private static void taken(
      Bench bench,
      Database database,
      Path data,
      int port,
      Map<String, String> environment,
      Threads threads,
      long acknowledged,
      long empty)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try (Server aiwf = Programs.aiwf(bench, data, port, environment);
        Api api = new Api(aiwf)) {
      double waiting = api.figure("aiwf_inbox_waiting");
      long peak = aiwf.residentKib();
      api.settle(LONG_ENOUGH);
      long all = System.nanoTime() - begun;
      double turns = api.turns();
      peak = Math.max(peak, aiwf.residentKib());
      long found = 0;
      for (String project : threads.projects()) {
        found += api.said(project);
      }
      if (found != acknowledged) {
        throw new IOException(
            "%d were acknowledged, but %d took effect.".formatted(acknowledged, found));
      }
      bench
          .report()
          .table(
              "A start after kill -9 with commands waiting, on " + database.name(),
              List.of(
                  "waiting at its first figure",
                  "to ready",
                  "to ready on an empty folder",
                  "ratio",
                  "until all are done",
                  "turns a second",
                  "resident"),
              List.of(
                  List.of(
                      "%,.0f".formatted(waiting),
                      Texts.time(aiwf.nanosToReady()),
                      Texts.time(empty),
                      Texts.ratio((double) aiwf.nanosToReady() / empty),
                      Texts.time(all),
                      Texts.rate(turns * 1e9 / (all - aiwf.nanosToReady())),
                      "%,d MB".formatted(peak / 1024))),
              "%d projects; all %,d acknowledged commands took effect once."
                  .formatted(PROJECTS, acknowledged));
    }
  }
}
