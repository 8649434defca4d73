package dev.aiwf.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the console's pages take where there is a lot to show, beside an empty request. */
final class Pages implements Measurement {

  private static final int PROJECTS = Integer.getInteger("bench.pages.projects", 1_000);
  private static final int MESSAGES = 2_000;
  private static final int A_REPLY_EACH = 2;
  private static final int LOOKS = Integer.getInteger("bench.pages", 1_000);
  private static final int WARM = 500;
  private static final int WINDOWS = 100;
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  /** Talked in, and looked at. */
  private static final String BUSY = "/projects/idle-0";

  private static final String EMPTY = "an empty request";
  private static final Map<String, String> PAGES = pages();

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public String asks() {
    return "the console's pages with %,d projects and a channel of %,d messages"
        .formatted(PROJECTS, MESSAGES);
  }

  @Override
  public void run(Bench bench) throws Exception {
    Path data = bench.folder("pages");
    try (Server aiwf = Programs.aiwf(bench, data, Map.of());
        Api api = new Api(aiwf);
        HttpClient http = HttpClient.newHttpClient()) {
      Memory.fill(api, PROJECTS);
      for (int i = 0; i < MESSAGES / A_REPLY_EACH; i++) {
        var _ = api.post("/api" + BUSY + "/commands", "{\"say\":\"people\"}");
      }
      api.settle(LONG_ENOUGH);
      looked(bench, http, aiwf.port());
      windows(bench, http, aiwf.port());
    }
  }

  private static void looked(Bench bench, HttpClient http, int port)
      throws IOException, InterruptedException {
    Others quiet = new Others();
    Map<String, List<Long>> took = new LinkedHashMap<>();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    List<Double> others = new ArrayList<>();
    for (var page : PAGES.entrySet()) {
      sizes.put(page.getKey(), look(http, port, page.getValue()).length());
      var _ = times(http, port, page.getValue(), WARM);
    }
    for (int round = 0; round < Bench.ROUNDS; round++) {
      for (var page : PAGES.entrySet()) {
        Others.Shared<List<Long>> measured =
            quiet.quietly(() -> times(http, port, page.getValue(), LOOKS));
        took.computeIfAbsent(page.getKey(), _ -> new ArrayList<>()).addAll(measured.result());
        others.add(measured.others());
      }
    }
    long empty = Latencies.of(took.getOrDefault(EMPTY, List.of())).at(50);
    List<List<String>> rows = new ArrayList<>();
    took.forEach((what, times) -> {
      Latencies latencies = Latencies.of(times);
      rows.add(
          List.of(
              what,
              Texts.time(latencies.at(50)),
              Texts.time(latencies.at(99)),
              Texts.ratio((double) latencies.at(50) / empty),
              "%,d KB".formatted(sizes.getOrDefault(what, 0) / 1024)));
    });
    bench
        .report()
        .table(
            "The console's pages",
            List.of("what", "median", "p99", "median to the empty request's", "size"),
            rows,
            "%,d projects, a channel of %,d messages; %,d looks at each, one after the other."
                .formatted(PROJECTS, MESSAGES, LOOKS * Bench.ROUNDS),
            Others.line(Median.of(others)));
  }

  private static List<Long> times(HttpClient http, int port, String path, int count)
      throws IOException, InterruptedException {
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long begun = System.nanoTime();
      var _ = look(http, port, path);
      took.add(System.nanoTime() - begun);
    }
    return took;
  }

  private static String look(HttpClient http, int port, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " came to " + answer.statusCode());
    }
    return answer.body();
  }

  /** From what one window sends to the text in what another one fetches when it is told. */
  private static void windows(Bench bench, HttpClient http, int port)
      throws IOException, InterruptedException {
    Others quiet = new Others();
    try (OtherWindow other = OtherWindow.open(http, port, BUSY)) {
      Others.Shared<List<Long>> measured =
          quiet.quietly(() -> {
            List<Long> took = new ArrayList<>();
            for (int i = 0; i < WINDOWS; i++) {
              took.add(other.sees(http, "words that nobody said before, " + i));
            }
            return took;
          });
      Latencies latencies = Latencies.of(measured.result());
      bench
          .report()
          .table(
              "From a command in one window to its text in another",
              List.of("p50", "p99", "slowest"),
              List.of(
                  List.of(
                      Texts.time(latencies.at(50)),
                      Texts.time(latencies.at(99)),
                      Texts.time(latencies.at(100)))),
              "%d times, in the channel of %,d messages; the other window is told by the stream"
                      .formatted(WINDOWS, MESSAGES)
                  + " and fetches what has changed, as its script does.",
              Others.line(measured.others()));
    }
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(EMPTY, "/healthz");
    pages.put("projects", "/");
    pages.put("projects, searched", "/?show=open&q=idle-99");
    pages.put("channel", BUSY);
    pages.put("channel, what a script fetches", BUSY + "/live");
    pages.put("decisions", BUSY + "/decisions");
    pages.put("knowledge of a project", BUSY + "/knowledge");
    pages.put("artifacts", BUSY + "/artifacts");
    pages.put("history", BUSY + "/history");
    pages.put("operations", "/operations");
    pages.put("picture, PNG", "/api" + BUSY + "/picture.png");
    return pages;
  }
}
