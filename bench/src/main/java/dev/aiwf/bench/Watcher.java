package dev.aiwf.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Somebody who waits for words in a project, and notes when they are first seen. */
final class Watcher {

  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final Set<String> words;
  private final CountDownLatch left;

  /**
   * One who has not begun to look.
   *
   * @param left counted down for each of the words
   */
  Watcher(Set<String> words, CountDownLatch left) {
    this.words = Set.copyOf(words);
    this.left = left;
  }

  /** When these words were there. */
  long seen(String word) {
    return seen.getOrDefault(word, 0L);
  }

  void watch(HttpClient http, int port, String project) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/api/projects/%s/messages?after=0"
                        .formatted(port, project)))
            .header("Accept", "text/event-stream")
            .header("X-Aiwf-Person", "lead")
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    var reader = new BufferedReader(new InputStreamReader(answer.body(), Texts.UTF_8));
    var _ = Thread.startVirtualThread(() -> read(reader));
  }

  private void read(BufferedReader reader) {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        long now = System.nanoTime();
        for (String word : words) {
          if (line.contains(word) && seen.putIfAbsent(word, now) == null) {
            left.countDown();
          }
        }
      }
    } catch (IOException e) {
      // The program has ended, and with it what there is to see.
    }
  }
}
