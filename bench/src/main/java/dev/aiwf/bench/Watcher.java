package dev.aiwf.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Somebody who looks at a project all the time, and notes when words are first seen in it. */
final class Watcher {

  private static final int PATIENCE_SECONDS = 120;

  private final Map<String, CompletableFuture<Long>> waited = new ConcurrentHashMap<>();

  /** From here on these words are looked for. */
  void expect(String word) {
    waited.put(word, new CompletableFuture<>());
  }

  /** When these words were there; waits until they are. */
  long seen(String word) throws IOException, InterruptedException {
    CompletableFuture<Long> when = waited.get(word);
    if (when == null) {
      throw new IllegalArgumentException(word + " is not looked for");
    }
    try {
      return when.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("\"%s\" was not seen.".formatted(word), e);
    }
  }

  void watch(HttpClient http, int port, String project) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/api/projects/%s/events".formatted(port, project)))
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
        String seen = line;
        waited.forEach((word, when) -> {
          if (!when.isDone() && seen.contains(word)) {
            when.complete(now);
          }
        });
      }
    } catch (IOException e) {
      // The program has ended, and with it what there is to see.
    }
  }
}
