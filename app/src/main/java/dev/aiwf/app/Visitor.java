package dev.aiwf.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Comes by each of the ways in as somebody would who has just heard of the program. */
final class Visitor implements AutoCloseable {

  private static final String PROJECT = "/api/projects/warm-up";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String slackSecret;

  Visitor(URI address, String slackSecret) {
    this.address = address;
    this.slackSecret = slackSecret;
  }

  /** Starts a project, says something, takes what is recommended, and looks at what came of it. */
  void useApi() throws IOException, InterruptedException {
    post("/api/projects", "{\"name\": \"warm-up\"}");
    for (String command :
        List.of("{\"say\": \"good morning\"}", "{\"take_recommended\": []}", "{\"undo\": true}")) {
      post(PROJECT + "/commands?wait=true", command);
    }
    for (String path :
        List.of("/api/projects", PROJECT, PROJECT + "/messages", PROJECT + "/history")) {
      get(path);
    }
  }

  void lookAtPages() throws IOException, InterruptedException {
    for (String path : List.of("/", "/projects/warm-up", "/healthz", "/readyz", "/metrics")) {
      get(path);
    }
  }

  /** Types a slash command, signed as Slack signs it. */
  void useSlack() throws IOException, InterruptedException {
    String body =
        "command=%s&text=%s&team_id=T1&channel_id=C1&channel_name=warm-up&user_id=U1&trigger_id=1.1"
            .formatted(encoded("/aiwf"), encoded("start warm-up"));
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    send(
        HttpRequest.newBuilder(address.resolve("/slack/events"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", "v0=" + signed("v0:" + timestamp + ":" + body))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private void get(String path) throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(address.resolve(path)));
  }

  private void post(String path, String json) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** A refusal is an answer too: what counts is that the way to it was walked. */
  private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request.header("X-Aiwf-Person", "visitor").build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 500) {
      throw new IOException(answer.uri() + " answered " + answer.statusCode());
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String signed(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(slackSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
