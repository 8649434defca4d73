package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.app.killed.ProgramProcess;
import dev.aiwf.testkit.Patience;
import dev.aiwf.testkit.TwoSteps;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands, typed beside the running program and without one. */
class OperatorCommandsTest {

  private static final Path LOG = Path.of("target", "operated-program.log");

  @TempDir private Path folder;
  private Path data;
  private ProgramProcess program;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    data = folder.resolve("data");
    program = new ProgramProcess(data, LOG, Map.of("AIWF_PACKS", TwoSteps.folder().toString()));
    program.start();
  }

  @AfterEach
  void end() {
    program.close();
    http.close();
  }

  @Test
  void effectsAreSeenRetriedAndDropped() throws Exception {
    assertThat(command("effects")).isEqualTo(new ProgramProcess.Said(0, "Everything is done.\n"));
    Path inTheWay = data.resolve("repositories").resolve("stuck.git");
    Files.createDirectories(inTheWay);
    begin("Stuck", "ada");
    await().until(() -> program.figure("aiwf_outbox_given_up") == 1);

    assertThat(command("effects", "list").said())
        .contains("open-repository", "stuck", "given-up", "is no repository");
    String json = command("effects", "--json").said();
    assertThat(json).contains("\"state\":\"given_up\"", "\"project\":\"stuck\"");
    String id = json.replaceAll("(?s).*?\"id\":(\\d+).*", "$1");
    assertThat(command("effects", "retry", "999999"))
        .isEqualTo(new ProgramProcess.Said(1, "There is no effect 999999, or it is done.\n"));
    assertThat(command("effects", "retry", "x").exit()).isEqualTo(2);
    assertThat(command("effects", "retry").exit()).isEqualTo(2);

    Files.delete(inTheWay);
    assertThat(command("effects", "retry", id).said())
        .contains("was given up", "is no repository", "It is tried again now");
    await().until(() -> program.figure("aiwf_outbox_given_up") == 0);
    assertThat(command("effects", "drop", id).exit()).isEqualTo(1);
    assertThat(command("effects", "release").said()).isEqualTo("Nothing is held.\n");
    assertThat(inTheWay.resolve("HEAD")).exists();
  }

  @Test
  void peopleAndProjectsAreForgottenBesideTheRunningProgramAndWithoutIt() throws Exception {
    begin("Support bot", "ada");
    begin("Other", "grace");
    assertThat(command("projects", "--waiting").said()).contains("support-bot", "ada:");
    assertThat(command("rebuild", "--check").said())
        .isEqualTo("2 projects are as their journals say.\n");
    ProgramProcess.Said nobody = command("forget", "person", "adda", "--yes");
    assertThat(nobody.exit()).isEqualTo(1);
    assertThat(nobody.said()).contains("Nobody", "console:ada");

    ProgramProcess.Said refused = program.command("no\n", "forget", "person", "ada");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.said()).contains("can't be changed", "Nothing was changed.");
    assertThat(state("support-bot")).contains("console:ada");
    assertThat(program.command("yes\n", "forget", "person", "ada").said())
        .contains("support-bot", "They are forgotten.");
    assertThat(state("support-bot")).contains("Somebody who left").doesNotContain("console:ada");

    Path repository = data.resolve("repositories").resolve("other.git");
    await().until(() -> Files.exists(repository));
    program.kill();
    assertThat(data.resolve("aiwf.address")).as("it was killed").exists();
    assertThat(command("projects", "--json").said()).contains("\"id\":\"other\"");
    assertThat(data.resolve("aiwf.address")).doesNotExist();
    assertThat(command("forget", "project", "other", "--yes").exit()).isZero();
    assertThat(repository).doesNotExist();
    assertThat(command("forget", "project", "other", "--yes").exit()).isEqualTo(1);
    program.start();
    assertThat(command("projects").said()).contains("support-bot").doesNotContain("other");
    assertThat(program.figure("aiwf_inbox_age_seconds")).isZero();
    assertThat(program.stop()).isEqualTo(143);
    assertThat(data.resolve("aiwf.address")).doesNotExist();
  }

  @Test
  void aProjectIsExportedBesideTheRunningProgramAndWithoutIt() throws Exception {
    begin("Support bot", "ada");
    await().until(() -> state("support-bot").contains("\"status\":\"in_progress\""));
    send(
        "/api/projects/support-bot/commands?wait=true",
        """
        {"answer": {"goal": "Answer", "use_case": "knowledge-qa", "example_count": 300,
          "architecture": {"choice": "rag-only", "rationale": "Edited daily."}}}
        """);
    send(
        "/api/projects/support-bot/commands?wait=true",
        "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    String project = "/api/projects/support-bot";
    await().until(() -> get(project + "/why?of=arch-001").contains("complete Scoping"));
    String file = "phase-0-scoping/architecture-decision.md";
    assertThat(get(project + "/artifacts")).contains(file, "sidecar.yaml");
    assertThat(get(project + "/artifacts/" + file)).startsWith("# arch-001: RAG only");
    assertThat(get(project + "/commits")).contains("Support bot: complete Scoping");
    assertThat(get(project + "/why?of=" + file + ":1"))
        .contains("\"step\":\"scoping\"", "\"rationale\":\"Edited daily.\"");
    assertThat(get(project + "/artifacts/..%2fother%2fsidecar.yaml")).contains("\"error\"");

    Path beside = folder.resolve("beside.zip");
    assertThat(command("export", "Support bot", "--to", beside.toString()).said())
        .startsWith(beside + ": ");
    assertThat(command("export", "support-bot", "--to", beside.toString()).exit()).isEqualTo(1);
    assertThat(command("export", "none", "--to", folder.resolve("none.zip").toString()))
        .isEqualTo(new ProgramProcess.Said(1, "There is no project none.\n"));
    Path nowhere = folder.resolve("no-such-folder").resolve("x.zip");
    assertThat(command("export", "support-bot", "--to", nowhere.toString()).exit()).isEqualTo(1);
    program.stop();
    Path alone = folder.resolve("alone.zip");
    assertThat(command("export", "support-bot", "--to", alone.toString()).exit()).isZero();
    assertThat(alone).hasSameBinaryContentAs(beside);
    try (ZipFile zip = new ZipFile(alone.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .contains("files/" + file, "pages/" + file + ".html", "audit/facts.csv", "index.html");
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void twoOperatorsAtOnceBothGetAnAnswer() throws Exception {
    begin("Support bot", "ada");
    program.stop();
    try (ExecutorService operators = Executors.newFixedThreadPool(2)) {
      List<Future<ProgramProcess.Said>> both =
          List.of(
              operators.submit(() -> command("rebuild")),
              operators.submit(() -> command("projects")));
      for (Future<ProgramProcess.Said> each : both) {
        assertThat(each.get().exit()).isZero();
      }
    }
  }

  private ProgramProcess.Said command(String... words) throws Exception {
    return program.command("", words);
  }

  private void begin(String name, String person) throws Exception {
    send("/api/projects", person, "{\"name\": \"" + name + "\"}");
  }

  private void send(String path, String json) throws Exception {
    send(path, "ada", json);
  }

  private void send(String path, String person, String json) throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(program.address().resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Aiwf-Person", person)
                .timeout(Patience.LONG_ENOUGH)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
  }

  private String state(String project) throws Exception {
    return get("/api/projects/" + project);
  }

  private String get(String path) throws Exception {
    return http.send(
            HttpRequest.newBuilder(program.address().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
