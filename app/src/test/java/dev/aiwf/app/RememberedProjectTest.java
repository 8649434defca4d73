package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.testkit.TwoSteps;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project is finished, and the next one finds what it decided. */
class RememberedProjectTest {

  private static final String ITEM = "/knowledge/items/support-bot--arch-001";

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Settings settings;
  private Program program;

  @BeforeEach
  void start() throws Exception {
    settings =
        Settings.from(
            Map.of(
                "AIWF_DATA", folder.resolve("data").toString(),
                "AIWF_PORT", "0",
                "AIWF_PACKS", TwoSteps.folder().toString()),
            Map.of("aiwf.home", "..", "user.home", folder.toString(), "user.timezone", "UTC"));
    program = Program.start(settings, () -> {});
  }

  @AfterEach
  void stop() {
    program.close();
    http.close();
  }

  @Test
  void whatAProjectDecidedIsFoundByItsWordsUntilItIsForgotten() throws Exception {
    send("/api/projects", "{\"name\": \"support-bot\"}");
    await().until(() -> get("/api/projects/support-bot").contains("\"in_progress\""));
    command(
        """
        {"answer": {"goal": "Answer billing", "use_case": "knowledge-qa", "example_count": 300,
          "architecture": {"choice": "rag-only", "rationale": "Tariffs are edited <b>nightly</b>"}}}\
        """);
    command("{\"choose\": \"continue\", \"menu\": \"m1\"}");
    command("{\"check\": {\"goal-agreed\": true, \"data-allowed\": true, \"way-back\": true}}");
    command("{\"sign\": \"go\"}");
    command("{\"choose\": \"continue\", \"menu\": \"m2\"}");

    await().atMost(Duration.ofSeconds(20)).until(() -> status(ITEM) == 200);
    assertThat(get(ITEM))
        .contains("Tariffs are edited nightly", "\"team\":true", "GO")
        .doesNotContain("<b>");
    assertThat(get("/knowledge/search_knowledge?query=tariffs+edited+nightly"))
        .contains("support-bot--arch-001");
    assertThat(get("/knowledge/get_decisions?topic=rag+vs+fine-tuning&limit=100"))
        .contains("support-bot--arch-001");

    program.close();
    try (Operator operator = Operator.of(settings)) {
      var _ = operator.forgetting().forget(new ProjectId("support-bot"), false);
    }
    try (Stream<Path> left = Files.walk(folder.resolve("data/knowledge"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private void command(String json) throws Exception {
    send("/api/projects/support-bot/commands?wait=true", json);
  }

  private void send(String path, String json) throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(program.address().resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Aiwf-Person", "lead")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
  }

  private String get(String path) throws Exception {
    return asked(path).body();
  }

  private int status(String path) throws Exception {
    return asked(path).statusCode();
  }

  private HttpResponse<String> asked(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(program.address().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
