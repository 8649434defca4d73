package dev.aiwf.web;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.testkit.MemoryPeople;
import dev.aiwf.testkit.MemoryProjects;
import dev.aiwf.testkit.Patience;
import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.testkit.Weighed;
import dev.aiwf.web.access.Tokens;
import dev.aiwf.web.pages.Logged;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server over projects in memory, and a client whose every answer is held to the contract.
 */
final class Served implements AutoCloseable {

  static {
    // To be able to say a foreign name, as a page of somebody else's would.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  static final WebSettings SETTINGS =
      new WebSettings(
          "127.0.0.1",
          0,
          Set.of("aiwf.example"),
          true,
          Patience.LONG_ENOUGH,
          Duration.ofSeconds(15),
          100);

  private static final List<Logged> LOGGED =
      List.of(new Logged(Desk.AT, true, "The <disk> is full.", "support-bot"));

  final SettableClock clock = SettableClock.begun();
  final MemoryPeople people = new MemoryPeople(clock);
  final MemoryProjects projects;
  final Shelf shelf = new Shelf();
  final Reference reference = new Reference();
  final Desk desk = new Desk();
  final Tokens tokens;
  final AtomicInteger restarts = new AtomicInteger();
  final AtomicReference<Readiness> readiness = new AtomicReference<>(new Readiness.Ready());
  final HttpClient http = HttpClient.newBuilder().build();
  private final WebServer server;

  Served(Path folder) {
    this(folder, SETTINGS, inbox -> inbox, Map.of());
  }

  Served(
      Path folder,
      WebSettings settings,
      UnaryOperator<Inbox> around,
      Map<String, HttpServlet> servlets) {
    projects = new MemoryProjects(clock, List.of(TwoSteps.workflow(), Weighed.workflow()));
    tokens = new Tokens(folder.resolve("tokens.key"), clock, new Random(1));
    AtomicInteger ids = new AtomicInteger();
    server =
        WebServer.start(
            settings,
            new WebParts(
                around.apply(projects),
                projects,
                people,
                shelf,
                reference::connected,
                desk,
                desk,
                tokens,
                () -> "id-" + ids.incrementAndGet(),
                readiness::get,
                () -> "aiwf_up 1\n",
                () -> LOGGED,
                restarts::incrementAndGet,
                List.of(),
                clock,
                servlets));
  }

  int port() {
    return server.port();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Answer get(String path, String... headers) {
    return checked(headers(HttpRequest.newBuilder(at(path)), headers).build());
  }

  Answer post(String path, String json, String... headers) {
    Answer answer =
        checked(
            headers(
                    HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                    headers)
                .build());
    if (answer.status() < 300) {
      Contract.checkTaken("POST", at(path).getRawPath(), json);
    }
    return answer;
  }

  Answer checked(HttpRequest request) {
    HttpResponse<String> response = send(request);
    Contract.check(response);
    return new Answer(response);
  }

  static HttpRequest.Builder headers(HttpRequest.Builder builder, String... headers) {
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  Answer start(String name) {
    return post("/api/projects", "{\"name\": \"%s\"}".formatted(name));
  }

  /** Does one thing and waits for it. */
  Answer act(String project, String json) {
    return post("/api/projects/" + project + "/commands?wait=true", json);
  }

  /** Ends the server while its clients are still connected, as it ends in life. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    http.shutdownNow();
  }

  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(response.body());
    }

    JsonNode at(String pointer) {
      return json().at(pointer);
    }

    String error() {
      return at("/error/code").asString();
    }
  }
}
