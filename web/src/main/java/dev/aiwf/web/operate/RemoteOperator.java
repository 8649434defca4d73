package dev.aiwf.web.operate;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Operations;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.web.access.Tokens;
import dev.aiwf.web.export.Exports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An operator who asks a program that is running. */
public final class RemoteOperator implements Operations, Forgetting, Exports, AutoCloseable {

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  /** Forgetting and rebuilding look at everything that is kept. */
  private static final Duration TO_ANSWER = Duration.ofMinutes(30);

  private final URI address;
  private final Tokens tokens;
  private final HttpClient http;

  /**
   * Asks whoever is at that address.
   *
   * @param tokens make the tokens that it believes, for they share its key
   */
  public RemoteOperator(URI address, Tokens tokens) {
    this.address = address;
    this.tokens = tokens;
    this.http = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
  }

  /** It does not answer, or not as it should; the message says so to the operator. */
  public static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered(String message, Throwable cause) {
      super(message, cause);
    }

    Unanswered(String message) {
      super(message);
    }
  }

  @Override
  public Health health() {
    return OperatorJson.read(get("/health"), Health.class);
  }

  @Override
  public List<Projects.Line> projects() {
    return OperatorJson.readList(get("/projects"), Projects.Line.class);
  }

  @Override
  public Proofs proofs() {
    return OperatorJson.read(get("/proofs"), Proofs.class);
  }

  @Override
  public Proofs rebuild() {
    return OperatorJson.read(post("/rebuild"), Proofs.class);
  }

  @Override
  public List<EffectLine> effects() {
    return OperatorJson.readList(get("/effects"), EffectLine.class);
  }

  @Override
  public Optional<EffectLine> effect(long effect) {
    return found(get("/effects/" + effect), EffectLine.class);
  }

  @Override
  public boolean retry(long effect) {
    return post("/effects/" + effect + "/retry").asBoolean();
  }

  @Override
  public boolean drop(long effect) {
    return post("/effects/" + effect + "/drop").asBoolean();
  }

  /** Has it end and begin again; it answers before it does. */
  public void restart() {
    post("/restart");
  }

  @Override
  public int release() {
    return post("/release").asInt();
  }

  @Override
  public List<Known> people() {
    return OperatorJson.readList(get("/people"), Known.class);
  }

  @Override
  public Optional<Traces> of(PersonId person) {
    return found(get("/person" + id(person.value())), Traces.class);
  }

  @Override
  public Optional<Traces> forget(PersonId person) {
    return found(post("/person/forget" + id(person.value())), Traces.class);
  }

  @Override
  public Optional<Extent> of(ProjectId project) {
    return found(get("/project" + id(project.value())), Extent.class);
  }

  @Override
  public Optional<Extent> forget(ProjectId project, boolean keepRepository) throws NotEver {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(
                    at(
                        "/project/forget"
                            + id(project.value())
                            + "&keep_repository="
                            + keepRepository))
                .POST(HttpRequest.BodyPublishers.noBody()));
    if (response.statusCode() == 409) {
      throw new NotEver(sentence(response));
    }
    return found(answer(response), Extent.class);
  }

  @Override
  public boolean write(ProjectId project, OutputStream out) throws IOException, NotEver {
    HttpResponse<InputStream> response =
        send(
            HttpRequest.newBuilder(at("/export" + id(project.value()))),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 200 -> body.transferTo(out);
        case 404 -> {
          return false;
        }
        default -> {
          String said = new String(body.readAllBytes(), StandardCharsets.UTF_8);
          throw new NotEver(sentence(response.statusCode(), said));
        }
      }
    }
    return true;
  }

  private static String id(String id) {
    return "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static <T> Optional<T> found(JsonNode node, Class<T> type) {
    return node.isNull() ? Optional.empty() : Optional.of(OperatorJson.read(node, type));
  }

  private JsonNode get(String path) {
    return answer(send(HttpRequest.newBuilder(at(path))));
  }

  private JsonNode post(String path) {
    return answer(send(HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.noBody())));
  }

  private URI at(String path) {
    return address.resolve(OperatorRoutes.ROOT + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(
          request.timeout(TO_ANSWER).header("Authorization", "Bearer " + tokens.operator()).build(),
          handler);
    } catch (IOException e) {
      throw new Unanswered(
          "aiwf is running, but does not answer at %s. Try again in a moment.".formatted(address),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered("Interrupted; what was asked for may have been done.", e);
    }
  }

  private JsonNode answer(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new Unanswered(sentence(response));
    }
    return tree(response.body()).path("answer");
  }

  private String sentence(HttpResponse<String> response) {
    return sentence(response.statusCode(), response.body());
  }

  private String sentence(int status, String said) {
    JsonNode message = tree(said).at("/error/message");
    return message.isString()
        ? message.stringValue()
        : "aiwf at %s answered with %d.".formatted(address, status);
  }

  private JsonNode tree(String body) {
    try {
      return OperatorJson.tree(body);
    } catch (JacksonException e) {
      throw new Unanswered(
          "What answers at %s is not this version of aiwf. Use the command line that it was started"
                  .formatted(address)
              + " with.",
          e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
