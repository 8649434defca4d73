package dev.aiwf.architect;

import dev.aiwf.architect.Fault.Kind;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * HTTP for langchain4j. Its own client does not tell when a busy server wants to be asked again,
 * reads on without end, and can't be stopped before the first word has come. This one works on
 * threads that can be interrupted at any time: it asks on the one that calls it, and reads on
 * another, see {@link Reading}.
 */
final class Wire implements HttpClient {

  /** Enough to see which error it is. */
  private static final int MOST_OF_AN_ERROR = 8 * 1024;

  private final java.net.http.HttpClient http;
  private final InstantSource clock;

  Wire(java.net.http.HttpClient http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("Models are asked for streams only");
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    Reading reading = Reading.CURRENT.get();
    Guarded guarded = new Guarded(listener);
    try {
      HttpResponse<InputStream> response = answered(request);
      reading.goOn(() -> reads(response, parser, guarded));
    } catch (IOException | Fault e) {
      guarded.onError(Faults.in(e));
    }
  }

  private void reads(
      HttpResponse<InputStream> response, ServerSentEventParser parser, Guarded guarded) {
    try {
      read(response, parser, guarded);
    } catch (IOException | RuntimeException e) {
      guarded.onError(Faults.in(e));
    }
  }

  private HttpResponse<InputStream> answered(HttpRequest request) throws InterruptedIOException {
    try {
      return http.send(asItIs(request), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new Fault(Kind.UNREACHABLE, null, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Nobody waits for the model any more");
    }
  }

  private static java.net.http.HttpRequest asItIs(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .method(request.method().name(), body(request.body()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  private static BodyPublisher body(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    Once once = new Once(bytes);
    return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(() -> once), length);
  }

  private void read(
      HttpResponse<InputStream> response, ServerSentEventParser parser, Guarded guarded)
      throws IOException {
    try (InputStream body = new Capped(response.body())) {
      int status = response.statusCode();
      if (status < 200 || status > 299) {
        String error = new String(body.readNBytes(MOST_OF_AN_ERROR), StandardCharsets.UTF_8);
        throw Faults.in(status, response.headers(), error, clock.instant());
      }
      guarded.onOpen(
          SuccessfulHttpResponse.builder()
              .statusCode(status)
              .headers(response.headers().map())
              .build());
      parser.parse(body, guarded);
      guarded.onClose();
    }
  }
}
