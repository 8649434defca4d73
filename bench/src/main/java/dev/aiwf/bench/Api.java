package dev.aiwf.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program's API and figures, for what is done around a measurement rather than in it. */
final class Api implements AutoCloseable {

  private static final Pattern NEXT = Pattern.compile("\"next\":(\\d+)");
  private static final Pattern FACT = Pattern.compile("\"number\":(\\d+),\"at\"");
  private static final Pattern WORDS =
      Pattern.compile("\"key\":\"said:[^\"]*\",[^{]*?\"text\":\"([^\"]*)\"");
  private static final Duration A_WHILE = Duration.ofMinutes(1);
  private static final int LOOK_MILLIS = 50;
  private static final String SAID = "{\"type\":\"said\"";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  Api(Server server) {
    this.address = URI.create("http://localhost:" + server.port());
  }

  String get(String path) throws IOException, InterruptedException {
    return sent(request(path).build());
  }

  String post(String path, String json) throws IOException, InterruptedException {
    return sent(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /** As somebody, once, however often it is sent under that key. */
  void post(String person, String key, String path, String json)
      throws IOException, InterruptedException {
    sent(
        request(path, person)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return request(path, "lead");
  }

  private HttpRequest.Builder request(String path, String person) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("X-Aiwf-Person", person)
        .timeout(Duration.ofMinutes(2));
  }

  private String sent(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(request.uri() + " came to " + answer.statusCode() + answer.body());
    }
    return answer.body();
  }

  /** One of the figures at /metrics. */
  double figure(String name) throws IOException, InterruptedException {
    return sum(name + " ");
  }

  /** Commands taken through so far, whatever came of them: people's, and what effects report. */
  double turns() throws IOException, InterruptedException {
    return sum("aiwf_turn_seconds_count{");
  }

  /** What is used of the JVM's heap, in bytes, what nobody needs any more included. */
  double heap() throws IOException, InterruptedException {
    return sum("jvm_memory_used_bytes{area=\"heap\"");
  }

  private double sum(String start) throws IOException, InterruptedException {
    List<String> lines = get("/metrics").lines().filter(line -> line.startsWith(start)).toList();
    if (lines.isEmpty()) {
      throw new IOException("there is no figure " + start);
    }
    return lines.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Waits until everything that was acknowledged is done, with all that came of it. */
  void settle(Duration atMost) throws IOException, InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (figure("aiwf_inbox_waiting") + figure("aiwf_outbox_waiting") > 0) {
      if (System.nanoTime() > until) {
        throw new IOException(
            "After %s still %.0f commands and %.0f effects wait."
                .formatted(atMost, figure("aiwf_inbox_waiting"), figure("aiwf_outbox_waiting")));
      }
      // Not oftener: to answer this is work for the program that is measured.
      LockSupport.parkNanos(200_000_000);
    }
    if (figure("aiwf_outbox_given_up") > 0) {
      throw new IOException("Effects were given up.");
    }
  }

  /** Waits until a project can be talked in: until its repository was read, all is refused. */
  void begun(String project) throws IOException, InterruptedException {
    long until = System.nanoTime() + A_WHILE.toNanos();
    while (!get("/api/projects/" + project).contains("\"status\":\"in_progress\"")) {
      if (System.nanoTime() > until) {
        throw new IOException(project + " did not begin.");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** How often somebody said something in a project, by its history. */
  long said(String project) throws IOException, InterruptedException {
    long said = 0;
    for (long after = 0; ; ) {
      String page = get("/api/projects/" + project + "/history?limit=1000&after=" + after);
      said += (page.length() - page.replace(SAID, "").length()) / SAID.length();
      Matcher next = NEXT.matcher(page);
      if (!FACT.matcher(page).find() || !next.find()) {
        return said;
      }
      after = Long.parseLong(next.group(1));
    }
  }

  /** What somebody said in a project, by its messages. */
  List<String> words(String project) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    for (long after = 0; ; ) {
      String page = get("/api/projects/" + project + "/messages?limit=1000&after=" + after);
      WORDS.matcher(page).results().forEach(each -> words.add(each.group(1)));
      Matcher next = NEXT.matcher(page);
      if (!page.contains("\"seq\":") || !next.find()) {
        return words;
      }
      after = Long.parseLong(next.group(1));
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
