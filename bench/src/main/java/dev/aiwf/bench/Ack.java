package dev.aiwf.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many of Slack's requests are acknowledged a second, each stored before, turns running. */
final class Ack implements Measurement {

  private static final int PROJECTS = 100;
  private static final List<Integer> CLIENTS = List.of(64, 16, 1);
  private static final int WARM = Integer.getInteger("bench.warm", 20_000);
  private static final int WARM_SECONDS = 90;
  private static final int MOST_PER_SECOND = 25_000;

  /** Every message is replied to, so Slack is called as often: it is not as near as loopback. */
  private static final int SLACK_MILLIS = 50;

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  private static final String EMPTY = "aiwf, an empty request (/healthz)";
  private static final String MESSAGES = "aiwf, messages stored, turns running";
  private static final String COMMANDS = "aiwf, slash commands stored, turns running";
  private static final String REPEATED = "aiwf, messages delivered before";
  private static final String SOCKET = "aiwf, messages over Socket Mode stored, turns running";
  private static final String BOLT_JS_SOCKET = "Bolt for JavaScript over Socket Mode, from memory";
  private static final String BOLT_JS = "Bolt for JavaScript, messages, from memory";

  @Override
  public String name() {
    return "ack";
  }

  @Override
  public String asks() {
    return "signed Slack requests acknowledged a second, beside an empty request and Bolt for"
        + " JavaScript";
  }

  @Override
  public void run(Bench bench) throws Exception {
    for (Database database : Database.all()) {
      on(database, bench);
    }
  }

  private static void on(Database database, Bench bench) throws Exception {
    Rounds rounds = new Rounds();
    SlackRequests requests = new SlackRequests();
    Optional<Server> js = Programs.boltJs(bench);
    Optional<JsOverSocket> jsSocket = JsOverSocket.start(bench);
    try (SlackStandIn slack = new SlackStandIn(SLACK_MILLIS);
        Server aiwf =
            Programs.aiwf(bench, bench.folder("ack"), database.with(slack.environment()));
        Api api = new Api(aiwf)) {
      Threads threads = Threads.start(aiwf, slack, requests, "ack", PROJECTS);
      Run run = new Run(aiwf, api, threads, requests, slack.connection(), js, jsSocket, rounds);
      api.settle(LONG_ENOUGH);
      run.warmUp();
      for (int round = 0; round < Bench.ROUNDS; round++) {
        for (int clients : CLIENTS) {
          run.round(clients);
        }
      }
      run.everythingTookEffect();
    } finally {
      if (js.isPresent()) {
        js.get().close();
      }
      if (jsSocket.isPresent()) {
        jsSocket.get().close();
      }
    }
    rounds.tell(bench.report(), database);
  }

  /** What the rounds share. */
  private static final class Run {
    private final Server aiwf;
    private final Api api;
    private final Threads threads;
    private final SlackRequests requests;
    private final SocketStandIn.Connection socket;
    private final Optional<Server> js;
    private final Optional<JsOverSocket> jsSocket;
    private final Rounds rounds;
    private final Others others = new Others();
    private long said;

    Run(
        Server aiwf,
        Api api,
        Threads threads,
        SlackRequests requests,
        SocketStandIn.Connection socket,
        Optional<Server> js,
        Optional<JsOverSocket> jsSocket,
        Rounds rounds) {
      this.aiwf = aiwf;
      this.api = api;
      this.threads = threads;
      this.requests = requests;
      this.socket = socket;
      this.js = js;
      this.jsSocket = jsSocket;
      this.rounds = rounds;
    }

    /** Compiled code is what runs most of a process's life. */
    void warmUp() throws IOException, InterruptedException {
      ByteBuffer empty = Server.get(aiwf.port(), "/healthz");
      Load.again(aiwf.port(), 16, empty, Bench.SECONDS).whole();
      if (js.isPresent()) {
        talk(js.get(), 16).whole();
      }
      List<ByteBuffer> talk = threads.talk(requests, aiwf.port(), WARM);
      said += Load.once(aiwf.port(), 64, talk, WARM_SECONDS).whole().took().count();
      said += socket.load(threads.events(requests, WARM), 64, WARM_SECONDS).took().count();
      if (jsSocket.isPresent()) {
        var _ = jsSocket.get().connection().load(threads.events(requests, WARM), 16, Bench.SECONDS);
      }
      api.settle(LONG_ENOUGH);
      System.out.printf("  warmed up with %,d messages%n", said);
    }

    void round(int clients) throws IOException, InterruptedException {
      if (js.isPresent()) {
        Server app = js.get();
        rounds.add(BOLT_JS, clients, measured(app, () -> talk(app, clients)), Double.NaN);
      }
      rounds.add(
          EMPTY,
          clients,
          measured(
              aiwf,
              () ->
                  Load.again(
                      aiwf.port(), clients, Server.get(aiwf.port(), "/healthz"), Bench.SECONDS)),
          Double.NaN);
      List<ByteBuffer> talk = threads.talk(requests, aiwf.port(), MOST_PER_SECOND * Bench.SECONDS);
      Stored first = stored(clients, () -> once(talk, clients));
      rounds.add(MESSAGES, clients, first.outcome(), first.turnsPerSecond());
      List<ByteBuffer> again = talk.subList(0, first.outcome().result().took().count());
      rounds.add(
          REPEATED,
          clients,
          measured(aiwf, () -> Load.once(aiwf.port(), clients, again, Bench.SECONDS)),
          Double.NaN);
      List<ByteBuffer> starts = new ArrayList<>();
      for (int i = 0; i < 10_000 * Bench.SECONDS; i++) {
        starts.add(
            requests.command(aiwf.port(), "U1", "start " + threads.projects().get(i % PROJECTS)));
      }
      long before = said;
      Stored commands = stored(clients, () -> once(starts, clients));
      said = before;
      overSockets(clients);
      rounds.add(COMMANDS, clients, commands.outcome(), commands.turnsPerSecond());
    }

    private void overSockets(int clients) throws IOException, InterruptedException {
      List<String> events = threads.events(requests, MOST_PER_SECOND * Bench.SECONDS);
      Stored stored = stored(clients, () -> socket.load(events, clients, Bench.SECONDS));
      rounds.add(SOCKET, clients, stored.outcome(), stored.turnsPerSecond());
      if (jsSocket.isPresent()) {
        JsOverSocket app = jsSocket.get();
        rounds.add(
            BOLT_JS_SOCKET,
            clients,
            measured(app.server(), () -> app.connection().load(events, clients, Bench.SECONDS)),
            Double.NaN);
      }
    }

    private Load.Outcome once(List<ByteBuffer> sent, int clients) throws IOException {
      return Load.once(aiwf.port(), clients, sent, Bench.SECONDS).whole();
    }

    private Load.Outcome talk(Server to, int clients) throws IOException {
      return Load.once(
          to.port(),
          clients,
          threads.talk(requests, to.port(), MOST_PER_SECOND * Bench.SECONDS),
          Bench.SECONDS);
    }

    private Measured measured(Server server, Others.Work<Load.Outcome> load)
        throws IOException, InterruptedException {
      Others.Shared<Measured> shared =
          others.quietly(() -> {
            long before = server.processorNanos();
            Load.Outcome outcome = load.done();
            return new Measured(outcome, server.processorNanos() - before, 0);
          });
      return new Measured(shared.result().result(), shared.result().processor(), shared.others());
    }

    private record Stored(Measured outcome, double turnsPerSecond) {}

    /** Sends them, and lets everything come to its end before something else is measured. */
    private Stored stored(int clients, Others.Work<Load.Outcome> load)
        throws IOException, InterruptedException {
      double before = api.turns();
      Measured shared = measured(aiwf, load);
      Load.Outcome outcome = shared.result();
      double meanwhile = api.turns();
      said += outcome.took().count();
      long begun = System.nanoTime();
      api.settle(LONG_ENOUGH);
      double drained = (api.turns() - meanwhile) * 1e9 / (System.nanoTime() - begun);
      double turns = (meanwhile - before) * 1e9 / outcome.nanos();
      System.out.printf(
          "  %d clients: %,.0f/s acknowledged, p99 %s; %,.0f turns/s meanwhile, %,.0f/s after;"
              + " others took %.0f %%%n",
          clients,
          outcome.perSecond(),
          Texts.time(outcome.took().at(99)),
          turns,
          drained,
          shared.others() * 100);
      return new Stored(shared, turns);
    }

    /** Once each, whatever was delivered twice. */
    void everythingTookEffect() throws IOException, InterruptedException {
      long found = 0;
      for (String project : threads.projects()) {
        found += api.said(project);
      }
      if (found != said) {
        throw new IOException(
            "%d messages were acknowledged, but %d took effect.".formatted(said, found));
      }
      System.out.printf("  %,d messages acknowledged, each took effect once%n", said);
    }
  }

  /**
   * One load.
   *
   * @param processor the processors' time that the server used, which tells more than the rate
   *     where others use them too
   * @param others the share of the processors that others took
   */
  private record Measured(Load.Outcome result, long processor, double others) {

    double processorEach() {
      return (double) processor / Math.max(1, result.took().count());
    }
  }

  /** The outcomes, by what was measured and how many clients there were. */
  private static final class Rounds {
    private final Map<String, Map<Integer, List<Load.Outcome>>> outcomes = new LinkedHashMap<>();
    private final Map<String, Map<Integer, List<Double>>> turns = new LinkedHashMap<>();
    private final Map<String, Map<Integer, List<Double>>> processor = new LinkedHashMap<>();
    private final List<Double> others = new ArrayList<>();

    void add(String what, int clients, Measured outcome, double turnsPerSecond) throws IOException {
      of(outcomes, what, clients).add(outcome.result().whole());
      of(processor, what, clients).add(outcome.processorEach());
      others.add(outcome.others());
      of(turns, what, clients).add(turnsPerSecond);
    }

    private static <T> List<T> of(
        Map<String, Map<Integer, List<T>>> map, String what, int clients) {
      return map.computeIfAbsent(what, _ -> new LinkedHashMap<>())
          .computeIfAbsent(clients, _ -> new ArrayList<>());
    }

    private double rate(String what, int clients) {
      return Median.of(of(outcomes, what, clients).stream().map(Load.Outcome::perSecond).toList());
    }

    private String percentile(String what, int clients, double percent) {
      return Texts.time(
          (long)
              Median.of(
                  of(outcomes, what, clients).stream()
                      .map(outcome -> (double) outcome.took().at(percent))
                      .toList()));
    }

    void tell(Report report, Database database) throws IOException {
      List<List<String>> rows = new ArrayList<>();
      for (int clients : CLIENTS) {
        for (String what : List.copyOf(outcomes.keySet())) {
          double rate = rate(what, clients);
          double done = Median.of(of(turns, what, clients));
          rows.add(
              List.of(
                  what,
                  String.valueOf(clients),
                  Texts.rate(rate),
                  percentile(what, clients, 50),
                  percentile(what, clients, 99),
                  percentile(what, clients, 99.9),
                  ratio(rate, BOLT_JS, clients),
                  ratio(rate, EMPTY, clients),
                  Texts.time((long) Median.of(of(processor, what, clients))),
                  Double.isNaN(done) ? "" : Texts.rate(done)));
        }
      }
      report.table(
          "Acknowledged a second, on " + database.name(),
          List.of(
              "what",
              "clients",
              "a second",
              "p50",
              "p99",
              "p99.9",
              "to Bolt for JavaScript",
              "to an empty request",
              "server's processor time each",
              "turns a second meanwhile"),
          rows,
          "%d projects; median of %d alternating rounds of %d s."
              .formatted(PROJECTS, Bench.ROUNDS, Bench.SECONDS),
          Others.line(Median.of(others)));
    }

    private String ratio(double rate, String to, int clients) {
      return outcomes.containsKey(to) ? Texts.ratio(rate / rate(to, clients)) : "";
    }
  }
}
