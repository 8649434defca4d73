package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.slack.FakeSlack;
import dev.aiwf.testkit.slack.Modal;
import dev.aiwf.testkit.slack.Post;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One project, begun in Slack, answered through the API, seen on the page, and committed. */
class ThreeWaysInTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private FakeSlack slack;
  private Program program;

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack("secret", "xoxb-test");
    slack.channel("C1", true);
    slack.user("U1", "lead");
    program =
        Program.start(
            Trial.withoutKnowledge(
                folder,
                Trial.together(
                    Map.of("AIWF_PERSON", "lead"), Trial.slack(slack, "xoxb-test", "secret"))),
            () -> {});
    slack.deliverTo(program.address().resolve("/slack/events"));
  }

  @AfterEach
  void stop() {
    program.close();
    http.close();
    slack.close();
  }

  @Test
  void theSameProjectIsSeenFromAllThree() throws Exception {
    assertThat(slack.command("U1", "C1", "aiwf start support-bot").acknowledged()).isTrue();
    Post status = post("Scoping ▱▱");
    assertThat(post("What should it do for whom?").thread()).isEqualTo(status.ts());

    command(
        "{\"answer\":{\"goal\":\"Answer <b>billing</b>\",\"use_case\":\"knowledge-qa\","
            + "\"example_count\":300}}");
    assertThat(post("Recorded 3 answers").thread()).isEqualTo(status.ts());
    assertThat(page()).contains("Answer &lt;b&gt;billing&lt;/b&gt;", "Which architecture?");

    post("Which architecture?");
    slack.press("U1", "RAG only ★");
    Modal modal = slack.nextModal();
    slack.submit(modal, Map.of("reason", "daily edits & citations"));
    await().until(() -> state().path("asks").path(3).path("answered").asBoolean());
    assertThat(state().path("asks").path(3).path("value").path("rationale").asString())
        .isEqualTo("daily edits & citations");

    post("C Continue");
    slack.press("U1", "C Continue");
    post("Committed");
    assertThat(page()).contains("Committed", "Ready to build?");

    command("{\"check\":{\"goal-agreed\":true,\"data-allowed\":true,\"way-back\":true}}");
    post("[GO]");
    slack.press("U1", "GO");
    await().until(() -> state().path("gate").path("verdict").asString("").equals("go"));
    command("{\"choose\":\"continue\",\"menu\":\"m2\"}");
    await().until(() -> state().path("status").asString().equals("complete"));
    await().until(() -> state().path("sidecar").path("outputs").size() > 0);
    assertThat(slack.rejections()).isEmpty();
    assertThat(git("log", "--format=%an|%s", "aiwf/support-bot"))
        .contains("lead|support-bot: complete Scoping");
    assertThat(
            git(
                "show",
                "aiwf/support-bot:aiwf/support-bot/phase-0-scoping/architecture-decision.md"))
        .contains("# arch-001: RAG only", "daily edits & citations");
    assertThat(git("show", "aiwf/support-bot:aiwf/support-bot/sidecar.yaml"))
        .contains("project_name: support-bot", "architecture: rag-only");
  }

  private Post post(String shown) {
    return await()
        .until(
            () ->
                slack.posts().stream()
                    .filter(post ->
                        post.shown().contains(shown)
                            || post.labels().contains(shown.replaceAll("[\\[\\]]", "")))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private JsonNode state() throws Exception {
    return JSON.readTree(get("/api/projects/support-bot"));
  }

  private String page() throws Exception {
    return get("/projects/support-bot");
  }

  private String get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private void command(String json) throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(at("/api/projects/support-bot/commands?wait=true"))
                .header("Content-Type", "application/json")
                .header("X-Aiwf-Person", "data")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private URI at(String path) {
    return program.address().resolve(path);
  }

  private String git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-C", folder.resolve("data/repositories/support-bot.git").toString()));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(out).isZero();
    return out;
  }
}
