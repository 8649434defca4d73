package dev.aiwf.testkit.slack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends signed requests over HTTP and says what came of them. */
final class Sending implements Wire, AutoCloseable {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final String secret;
  private final InstantSource clock;
  private final HttpClient http = HttpClient.newHttpClient();
  volatile @Nullable URI app;

  Sending(String secret, InstantSource clock) {
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public Delivery event(JsonNode event) {
    return signed(event.toString(), JSON, clock.instant());
  }

  @Override
  public Delivery interaction(JsonNode payload) {
    return command(Map.of("payload", payload.toString()));
  }

  @Override
  public Delivery again(Delivery delivery, int attempt) {
    Map<String, String> headers = new LinkedHashMap<>(delivery.headers());
    headers.put("X-Slack-Retry-Num", String.valueOf(attempt));
    headers.put("X-Slack-Retry-Reason", "http_timeout");
    return send(headers, delivery.request());
  }

  @Override
  public Delivery command(Map<String, String> values) {
    String body =
        values.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return signed(body, FORM, clock.instant());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Delivery signed(String body, String type, Instant at) {
    Map<String, String> headers = new LinkedHashMap<>();
    String timestamp = String.valueOf(at.getEpochSecond());
    headers.put("Content-Type", type);
    headers.put("X-Slack-Request-Timestamp", timestamp);
    headers.put("X-Slack-Signature", "v0=" + hmac("v0:" + timestamp + ":" + body));
    return send(headers, body);
  }

  /** Sends exactly this; an app that is not there, or goes away meanwhile, has not answered. */
  Delivery send(Map<String, String> headers, String body) {
    URI to = app;
    if (to == null) {
      throw new IllegalStateException("deliverTo was not called");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Delivery(headers, body, answer.statusCode(), read(answer.body()));
    } catch (IOException e) {
      return new Delivery(headers, body, 0, read(""));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery(headers, body, 0, read(""));
    }
  }

  private static JsonNode read(String body) {
    try {
      return body.startsWith("{")
          ? JsonMapper.shared().readTree(body)
          : JsonMapper.shared().createObjectNode().put("body", body);
    } catch (JacksonException e) {
      return JsonMapper.shared().createObjectNode().put("body", body);
    }
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
