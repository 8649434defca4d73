package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody on this machine who uses the API. */
final class Caller implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String person;

  Caller(Program program, String person) {
    this.address = program.address();
    this.person = person;
  }

  /** Waits until a project takes answers: its phases may be under way while it is still opened. */
  void awaitBegun(String project) {
    await()
        .until(() -> {
          String state = get("/api/projects/" + project);
          return state.contains("\"step\":\"scoping\"")
              && !state.contains("\"status\":\"opening\"");
        });
  }

  /** Has a project do something, and waits until it is done. */
  void command(String project, String json) throws Exception {
    send("/api/projects/" + project + "/commands?wait=true", json);
  }

  void send(String path, String json) throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Aiwf-Person", person)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
  }

  String get(String path) throws Exception {
    return asked(path).body();
  }

  int status(String path) throws Exception {
    return asked(path).statusCode();
  }

  private HttpResponse<String> asked(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address.resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.close();
  }
}
