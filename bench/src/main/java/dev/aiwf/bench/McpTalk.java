package dev.aiwf.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A session over Streamable HTTP, on a connection that stays open. */
final class McpTalk implements AutoCloseable {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String session;

  McpTalk(int port) throws IOException, InterruptedException {
    address = URI.create("http://localhost:%d/mcp".formatted(port));
    HttpResponse<String> begun =
        http.send(
            request(
                    "\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"bench\",\"version\":\"1\"}}")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    session =
        begun
            .headers()
            .firstValue("Mcp-Session-Id")
            .orElseThrow(() -> new IOException("No session was begun: " + begun.body()));
    int noted = send("\"method\":\"notifications/initialized\"").statusCode();
    if (noted != ACCEPTED) {
      throw new IOException("The session was answered with " + noted);
    }
  }

  /** How long each call took, until its whole answer was there. */
  List<Long> times(String call, int calls) throws IOException, InterruptedException {
    List<Long> took = new ArrayList<>();
    for (int i = 1; i <= calls; i++) {
      long begun = System.nanoTime();
      HttpResponse<String> answer = send("\"id\":%d,%s".formatted(i, call));
      took.add(System.nanoTime() - begun);
      if (answer.statusCode() != OK
          || !answer.body().contains("\"result\"")
          || answer.body().contains("\"isError\":true")) {
        throw new IOException("A call was answered with " + answer.body());
      }
    }
    return took;
  }

  private HttpResponse<String> send(String message) throws IOException, InterruptedException {
    return http.send(
        request(message).header("Mcp-Session-Id", session).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String message) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\"," + message + "}"));
  }

  /** Ends the session: there are only so many. */
  void end() throws IOException, InterruptedException {
    var _ =
        http.send(
            HttpRequest.newBuilder(address).header("Mcp-Session-Id", session).DELETE().build(),
            HttpResponse.BodyHandlers.discarding());
  }

  @Override
  public void close() {
    http.close();
  }
}
