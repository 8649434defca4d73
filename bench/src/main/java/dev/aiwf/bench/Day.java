package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A busy workspace's day in minutes: what was acknowledged is there, and memory does not grow. */
final class Day implements Measurement {

  private static final int MINUTES = Integer.getInteger("bench.day.minutes", 4);
  private static final int TEAMS = Integer.getInteger("bench.day.teams", 40);
  private static final long SEED = Long.getLong("bench.day.seed", 1);

  /** In each team somebody does something every five minutes of the day. */
  private static final int ACTS = 24 * 60 / 5;

  private static final int LOOK_MILLIS = 2_000;

  /** Every message is replied to, so Slack is called as often: it is not as near as loopback. */
  private static final int SLACK_MILLIS = 50;

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
  private static final double MB = 1024 * 1024;

  @Override
  public String name() {
    return "day";
  }

  @Override
  public String asks() {
    return "a busy workspace's 24 hours in " + MINUTES + " minutes, and memory at its end";
  }

  @Override
  public void run(Bench bench) throws Exception {
    Others quiet = new Others();
    Path data = bench.folder("day");
    Tally tally = new Tally();
    Others.Shared<List<Samples.Sample>> day;
    try (SlackStandIn slack = new SlackStandIn(SLACK_MILLIS);
        Server aiwf = Programs.aiwf(bench, data, slack.environment());
        Api api = new Api(aiwf)) {
      List<Team> teams = teams(aiwf, api, slack, tally);
      day = quiet.quietly(() -> lived(aiwf, api, teams));
      api.settle(LONG_ENOUGH);
      tally.everythingSaidOnce(api);
    }
    String proven = Programs.told(bench, data, "rebuild", "--check");
    tell(bench.report(), day.result(), tally, proven, day.others());
  }

  /** Of eight teams one starts a project and does nothing; of the others half are in Slack. */
  private static List<Team> teams(Server aiwf, Api api, SlackStandIn slack, Tally tally) {
    SlackRequests requests = new SlackRequests();
    List<Team> teams = new ArrayList<>();
    for (int i = 0; i < TEAMS; i++) {
      Random random = new Random(SEED * TEAMS + i);
      String name = "day-" + (i + 1);
      teams.add(
          i % 8 == 7
              ? new IdleTeam(name, api, tally)
              : i % 2 == 0
                  ? new SlackTeam(aiwf, api, slack, requests, name, random, tally)
                  : new ApiTeam(name, api, random, tally));
    }
    return teams;
  }

  private static List<Samples.Sample> lived(Server aiwf, Api api, List<Team> teams)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    List<Future<?>> days = new ArrayList<>();
    try (Samples samples = Samples.every(LOOK_MILLIS, aiwf, api);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < teams.size(); i++) {
        Pace pace = new Pace(new Random(SEED + i), Duration.ofMinutes(MINUTES).dividedBy(ACTS));
        Team team = teams.get(i);
        days.add(threads.submit(() -> pace.keep(team, until)));
      }
      for (Future<?> each : days) {
        each.get();
      }
      return samples.end();
    } catch (ExecutionException e) {
      throw new IOException("A team could not do what it wanted to.", e);
    }
  }

  private static void tell(
      Report report, List<Samples.Sample> day, Tally tally, String proven, double others)
      throws IOException {
    List<List<String>> rows =
        List.of(
            row(
                day,
                "resident, median",
                some -> Samples.median(some, Samples.Sample::resident),
                MB),
            row(day, "heap, median", some -> Samples.median(some, Samples.Sample::heap), MB),
            row(day, "heap, lowest", some -> Samples.lowest(some, Samples.Sample::heap), MB),
            row(day, "turns a second", Samples::turnsPerSecond, 1));
    report.table(
        "A busy workspace's day in %d minutes".formatted(MINUTES),
        List.of("what", "first third", "middle third", "last third", "last to middle"),
        rows,
        "%d teams, seed %d. %s".formatted(TEAMS, SEED, tally.line()),
        "At its end nothing waited and nothing was given up; every acknowledged message was in its"
            + " project once. rebuild --check: "
            + proven,
        "MB, read every %d s of %d; no collection was asked for."
            .formatted(LOOK_MILLIS / 1_000, MINUTES * 60),
        Others.line(others));
  }

  private static List<String> row(
      List<Samples.Sample> day,
      String what,
      Function<List<Samples.Sample>, Double> figure,
      double unit) {
    List<Double> thirds =
        List.of(
            figure.apply(Samples.third(day, 0)) / unit,
            figure.apply(Samples.third(day, 1)) / unit,
            figure.apply(Samples.third(day, 2)) / unit);
    return List.of(
        what,
        Texts.rate(thirds.get(0)),
        Texts.rate(thirds.get(1)),
        Texts.rate(thirds.get(2)),
        Texts.ratio(thirds.get(2) / thirds.get(1)));
  }
}
