package dev.aiwf.app.killed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that sends each command under one key until it is answered, as a good client does. */
final class ApiClient {

  static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String person;
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicInteger answered;

  ApiClient(URI address, String person, AtomicInteger answered) {
    this.address = address;
    this.person = person;
    this.answered = answered;
  }

  /** What came back. */
  record Answer(int status, JsonNode body) {}

  Answer post(String path, String json) {
    String key = person + "-" + keys.incrementAndGet();
    Answer answer =
        until(
            HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("X-Aiwf-Person", person)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    answered.incrementAndGet();
    return answer;
  }

  JsonNode get(String path) {
    return until(
            HttpRequest.newBuilder(address.resolve(path))
                .header("X-Aiwf-Person", person)
                .timeout(Duration.ofSeconds(30))
                .build())
        .body();
  }

  private Answer until(HttpRequest request) {
    AtomicReference<Answer> answer = new AtomicReference<>();
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(30))
        .until(() -> answers(request, answer));
    return answer.get();
  }

  private boolean answers(HttpRequest request, AtomicReference<Answer> answer)
      throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      answer.set(new Answer(response.statusCode(), JSON.readTree(response.body())));
      return response.statusCode() != 503 && response.statusCode() != 500;
    } catch (IOException e) {
      return false;
    }
  }
}
