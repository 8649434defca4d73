package dev.aiwf.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long it takes from somebody's words to the answer that they are waiting for. */
final class TurnTime implements Measurement {

  private static final int PROJECTS = 100;
  private static final int PER_SECOND = Integer.getInteger("bench.turns", 200);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
  private static final Pattern SEQ = Pattern.compile("\"next\":(\\d+)");

  private static final String EMPTY = "an empty request, until its answer";
  private static final String ACKNOWLEDGED = "words typed in Slack, until they are acknowledged";
  private static final String FOLLOWED = "until the reply is seen in the API's stream";
  private static final String POSTED = "until the reply reaches Slack";

  private final Map<String, List<Latencies>> took = new LinkedHashMap<>();
  private final List<Double> others = new ArrayList<>();

  @Override
  public String name() {
    return "turn";
  }

  @Override
  public String asks() {
    return "from a command to its next message, at " + PER_SECOND + " commands a second";
  }

  @Override
  public void run(Bench bench) throws Exception {
    for (Database database : Database.all()) {
      others.clear();
      on(database, bench);
      tell(bench.report(), database);
    }
  }

  private void on(Database database, Bench bench) throws Exception {
    SlackRequests requests = new SlackRequests();
    Others quiet = new Others();
    try (SlackStandIn slack = new SlackStandIn();
        Server aiwf =
            Programs.aiwf(bench, bench.folder("turn"), database.with(slack.environment()));
        HttpClient http = HttpClient.newHttpClient();
        Api api = new Api(aiwf)) {
      Threads threads = Threads.start(aiwf, slack, requests, "turn", PROJECTS);
      api.settle(LONG_ENOUGH);
      Run run = new Run(aiwf, slack, http, api, threads, requests);
      run.once();
      took.clear();
      for (int round = 0; round < Bench.ROUNDS; round++) {
        others.add(quiet.quietly(run::once).others());
      }
      http.shutdownNow();
    }
  }

  /** What the rounds share. */
  private final class Run {
    private final Server aiwf;
    private final SlackStandIn slack;
    private final HttpClient http;
    private final Api api;
    private final Threads threads;
    private final SlackRequests requests;

    Run(
        Server aiwf,
        SlackStandIn slack,
        HttpClient http,
        Api api,
        Threads threads,
        SlackRequests requests) {
      this.aiwf = aiwf;
      this.slack = slack;
      this.http = http;
      this.api = api;
      this.threads = threads;
      this.requests = requests;
    }

    int once() throws IOException, InterruptedException {
      int each = Math.max(1, PER_SECOND * Bench.SECONDS * 2 / PROJECTS);
      ByteBuffer empty = Server.get(aiwf.port(), "/healthz");
      add(
          EMPTY,
          Schedule.soon(PROJECTS, PER_SECOND)
              .send(aiwf.port(), Collections.nCopies(PROJECTS, Collections.nCopies(each, empty))));
      List<Follower> followers = followers();
      List<List<ByteBuffer>> words = new ArrayList<>();
      for (String thread : threads.threads()) {
        List<ByteBuffer> typed = new ArrayList<>();
        for (int i = 0; i < each; i++) {
          typed.add(requests.message(aiwf.port(), "U2", thread, "progress"));
        }
        words.add(typed);
      }
      Schedule schedule = Schedule.soon(PROJECTS, PER_SECOND);
      add(ACKNOWLEDGED, schedule.send(aiwf.port(), words));
      api.settle(LONG_ENOUGH);
      collect(followers, schedule, each);
      return each;
    }

    private List<Follower> followers() throws IOException, InterruptedException {
      List<Follower> followers = new ArrayList<>();
      for (String project : threads.projects()) {
        Follower follower = new Follower(project);
        follower.follow(http, aiwf.port(), latest(project));
        followers.add(follower);
      }
      return followers;
    }

    private long latest(String project) throws IOException, InterruptedException {
      long after = 0;
      while (true) {
        Matcher next =
            SEQ.matcher(
                api.get("/api/projects/" + project + "/messages?limit=1000&after=" + after));
        if (!next.find() || Long.parseLong(next.group(1)) == after) {
          return after;
        }
        after = Long.parseLong(next.group(1));
      }
    }

    private void collect(List<Follower> followers, Schedule schedule, int each) throws IOException {
      List<Long> followed = new ArrayList<>();
      List<Long> posted = new ArrayList<>();
      long until = System.nanoTime() + LONG_ENOUGH.toNanos();
      for (int project = 0; project < PROJECTS; project++) {
        Follower follower = followers.get(project);
        while (follower.replies().size() < each) {
          if (System.nanoTime() > until) {
            throw new IOException("Not every command was answered.");
          }
          LockSupport.parkNanos(1_000_000);
        }
        for (int i = 0; i < each; i++) {
          Follower.Reply reply = follower.replies().get(i);
          Long arrived = reply == null ? null : slack.postedAt().get(reply.posting());
          if (reply == null || arrived == null) {
            throw new IOException("A reply was not posted, although nothing waits any more.");
          }
          followed.add(reply.at() - schedule.due(project, i));
          posted.add(arrived - schedule.due(project, i));
        }
      }
      add(FOLLOWED, Latencies.of(followed));
      add(POSTED, Latencies.of(posted));
    }
  }

  private void add(String what, Latencies latencies) {
    took.computeIfAbsent(what, _ -> new ArrayList<>()).add(latencies);
  }

  private double median(String what, double percent) {
    return Median.of(
        took.getOrDefault(what, List.of()).stream()
            .map(each -> (double) each.at(percent))
            .toList());
  }

  private void tell(Report report, Database database) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String what : List.of(EMPTY, ACKNOWLEDGED, FOLLOWED, POSTED)) {
      rows.add(
          List.of(
              what,
              Texts.time((long) median(what, 50)),
              Texts.time((long) median(what, 99)),
              Texts.time((long) median(what, 99.9)),
              Texts.ratio(median(what, 50) / median(EMPTY, 50)),
              Texts.ratio(median(what, 99) / median(EMPTY, 99))));
    }
    report.table(
        "From a command to its next message, at %d a second, on %s"
            .formatted(PER_SECOND, database.name()),
        List.of("what", "p50", "p99", "p99.9", "p50 to empty", "p99 to empty"),
        rows,
        "%d projects, each followed; every time counts from when the request was due; median of %d rounds of %d s."
            .formatted(PROJECTS, Bench.ROUNDS, Bench.SECONDS * 2),
        Others.line(Median.of(others)));
  }
}
