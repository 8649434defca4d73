package dev.aiwf.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who looks at a project while others type in it. What is said gets a message that names
 * its command, and so does the reply; a project's commands are taken in order, so the n-th thing
 * said is the n-th that was sent.
 */
final class Follower {

  private static final Pattern MESSAGE =
      Pattern.compile("\"number\":(\\d+),\"seq\":\\d+,\"key\":\"(said|reply):([0-9a-f]+)\"");

  private final String project;
  private final Map<String, Integer> said = new ConcurrentHashMap<>();
  private final Map<Integer, Reply> replies = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /**
   * The reply to a command.
   *
   * @param at when it was seen here
   * @param posting what a surface calls it
   */
  record Reply(long at, String posting) {}

  Follower(String project) {
    this.project = project;
  }

  /** Replies by which command of the project they are to, counted from 0. */
  Map<Integer, Reply> replies() {
    return replies;
  }

  /** Follows what comes from now on, until the connection ends. */
  void follow(HttpClient http, int port, long after) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/api/projects/%s/messages?after=%d"
                        .formatted(port, project, after)))
            .header("Accept", "text/event-stream")
            .header("X-Aiwf-Person", "lead")
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    var reader = new BufferedReader(new InputStreamReader(answer.body(), Texts.UTF_8));
    Thread.startVirtualThread(() -> read(reader));
  }

  private void read(BufferedReader reader) {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("data:")) {
          seen(line, System.nanoTime());
        }
      }
    } catch (IOException e) {
      // The program has ended, and with it what there is to see.
    }
  }

  private void seen(String line, long now) {
    Matcher message = MESSAGE.matcher(line);
    if (!message.find()) {
      return;
    }
    String command = message.group(3);
    if (message.group(2).equals("said")) {
      said.computeIfAbsent(command, _ -> count.getAndIncrement());
      return;
    }
    Integer which = said.get(command);
    if (which != null) {
      replies.putIfAbsent(which, new Reply(now, project + "/" + message.group(1)));
    }
  }
}
