package dev.aiwf.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A window in which somebody looks at a channel while something is said in another. */
final class OtherWindow implements AutoCloseable {

  private static final int LONG_ENOUGH = 30;

  private final String address;
  private final String project;
  private final BufferedReader events;
  private final Semaphore told = new Semaphore(0);

  private OtherWindow(String address, String project, BufferedReader events) {
    this.address = address;
    this.project = project;
    this.events = events;
  }

  static OtherWindow open(HttpClient http, int port, String project)
      throws IOException, InterruptedException {
    String address = "http://localhost:" + port;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api" + project + "/events")).build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    OtherWindow window =
        new OtherWindow(
            address,
            project,
            new BufferedReader(new InputStreamReader(answer.body(), Texts.UTF_8)));
    Thread.startVirtualThread(window::listen);
    return window;
  }

  private void listen() {
    try {
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        if (line.startsWith("data:")) {
          told.release();
        }
      }
    } catch (IOException e) {
      // The window was closed.
    }
  }

  /** How long it takes until what is said elsewhere is seen here. */
  long sees(HttpClient http, String words) throws IOException, InterruptedException {
    told.drainPermits();
    long begun = System.nanoTime();
    HttpResponse<String> said =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "/api" + project + "/commands"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"say\":\"" + words + "\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (said.statusCode() >= 300) {
      throw new IOException(said.body());
    }
    while (true) {
      if (!told.tryAcquire(LONG_ENOUGH, TimeUnit.SECONDS)) {
        throw new IOException("\"" + words + "\" was not seen.");
      }
      told.drainPermits();
      HttpResponse<String> live =
          http.send(
              HttpRequest.newBuilder(URI.create(address + project + "/live")).build(),
              HttpResponse.BodyHandlers.ofString());
      if (live.body().contains(words)) {
        return System.nanoTime() - begun;
      }
    }
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
