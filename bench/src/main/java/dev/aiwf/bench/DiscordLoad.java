package dev.aiwf.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many interactions are answered a second over the gateway, and what an idle thread holds. */
final class DiscordLoad implements Measurement {

  private static final int PROJECTS = 100;
  private static final int FEW = 10;
  private static final int MANY = Integer.getInteger("bench.threads", 2_000);
  private static final List<Integer> AT_ONCE = List.of(64, 16, 1);
  private static final int MOST_PER_SECOND = 5_000;
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);
  private static final int SETTLING_MILLIS = 20_000;

  @Override
  public String name() {
    return "discord";
  }

  @Override
  public String asks() {
    return "Discord's interactions answered a second over its gateway, each stored before; and"
        + " memory per idle thread";
  }

  @Override
  public void run(Bench bench) throws Exception {
    interactions(bench);
    idle(bench);
  }

  private static void interactions(Bench bench) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (DiscordStandIn discord = new DiscordStandIn();
        Server aiwf = Programs.aiwf(bench, bench.folder("discord"), discord.environment());
        Api api = new Api(aiwf)) {
      Gateway gateway = new Gateway(discord, discord.connection());
      var _ = gateway.load("start", "name", PROJECTS, 16, Integer.MAX_VALUE);
      api.settle(LONG_ENOUGH);
      var _ = gateway.load("remind", "project", Bench.SECONDS * MOST_PER_SECOND, 16, Bench.SECONDS);
      api.settle(LONG_ENOUGH);
      for (int atOnce : AT_ONCE) {
        List<Load.Outcome> rounds = new ArrayList<>();
        for (int round = 0; round < Bench.ROUNDS; round++) {
          rounds.add(
              gateway.load(
                  "remind", "project", Bench.SECONDS * MOST_PER_SECOND, atOnce, Bench.SECONDS));
          api.settle(LONG_ENOUGH);
        }
        rows.add(
            List.of(
                String.valueOf(atOnce),
                "%,.0f".formatted(Median.of(rounds.stream().map(Load.Outcome::perSecond).toList())),
                millis(rounds, 50),
                millis(rounds, 99)));
      }
    }
    bench
        .report()
        .table(
            "Discord's interactions, stored and answered over the gateway, turns running",
            List.of("at once", "a second", "p50", "p99"),
            rows);
  }

  private static String millis(List<Load.Outcome> rounds, double percent) {
    return "%.1f ms"
        .formatted(Median.of(rounds.stream().map(each -> each.took().at(percent) / 1e6).toList()));
  }

  private static void idle(Bench bench) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    double few = 0;
    for (int threads : List.of(FEW, MANY)) {
      long resident = resident(bench, threads);
      few = few == 0 ? resident : few;
      rows.add(
          List.of(
              "%,d".formatted(threads),
              "%,d MB".formatted(resident / 1024),
              threads == FEW ? "" : "%.1f KiB".formatted((resident - few) / (threads - FEW))));
    }
    bench
        .report()
        .table(
            "Resident memory with idle threads in Discord",
            List.of("threads", "after a start", "for each more"),
            rows);
  }

  private static long resident(Bench bench, int threads) throws Exception {
    try (DiscordStandIn discord = new DiscordStandIn()) {
      var data = bench.folder("discord-" + threads);
      try (Server aiwf = Programs.aiwf(bench, data, discord.environment());
          Api api = new Api(aiwf)) {
        Gateway gateway = new Gateway(discord, discord.connection());
        var _ = gateway.load("start", "name", threads, 16, Integer.MAX_VALUE);
        api.settle(LONG_ENOUGH);
      }
      try (Server aiwf = Programs.aiwf(bench, data, discord.environment())) {
        var _ = discord.connection();
        Thread.sleep(SETTLING_MILLIS);
        return aiwf.residentKib();
      }
    }
  }

  /** One connection, and so many interactions at a time that wait for their answer. */
  private static final class Gateway {
    private final DiscordStandIn discord;
    private final WebSocketEnd end;
    private long frame = 2;

    Gateway(DiscordStandIn discord, WebSocketEnd end) {
      this.discord = discord;
      this.end = end;
    }

    Load.Outcome load(String word, String option, int most, int atOnce, int seconds)
        throws IOException, InterruptedException {
      Map<Long, Long> sentAt = new HashMap<>();
      long[] took = new long[most];
      long begun = System.nanoTime();
      long until = begun + seconds * 1_000_000_000L;
      int sent = 0;
      int answered = 0;
      while (true) {
        while (sent < most && sent - answered < atOnce && System.nanoTime() < until) {
          long id = discord.nextId();
          sentAt.put(id, System.nanoTime());
          String project = "p-" + (word.equals("start") ? sent : sent % PROJECTS);
          end.send(DiscordEvents.command(id, ++frame, word, option, project));
          sent++;
        }
        if (answered == sent) {
          return new Load.Outcome(
              new Latencies(took, answered), System.nanoTime() - begun, Map.of());
        }
        Long at = sentAt.remove(discord.answered());
        if (at != null) {
          took[answered++] = System.nanoTime() - at;
        }
      }
    }
  }
}
