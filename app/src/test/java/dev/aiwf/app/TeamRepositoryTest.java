package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.slack.FakeSlack;
import dev.aiwf.testkit.slack.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A team's own repository, in which people edit while a project in Slack goes on. */
class TeamRepositoryTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String DECISION =
      "aiwf/support-bot/phase-0-scoping/architecture-decision.md";
  private static final String SIDECAR = "aiwf/support-bot/sidecar.yaml";
  private static final String BRANCH = "aiwf/support-bot";

  @TempDir private Path folder;
  private FakeSlack slack;
  private Program program;
  private Caller data;
  private Path clone;

  @BeforeEach
  void start() throws Exception {
    git(folder, "init", "-q", "--bare", "-b", "main", "team.git");
    git(folder, "init", "-q", "--bare", "-b", "main", "other.git");
    git(folder, "clone", "-q", "team.git", "clone");
    clone = folder.resolve("clone");
    slack = new FakeSlack("secret", "xoxb-test");
    slack.channel("C1", true);
    slack.user("U1", "lead");
    program =
        Program.start(
            Trial.withoutKnowledge(
                folder,
                Trial.together(
                    Map.of("AIWF_REPOSITORY_ALLOW_LOCAL", "true"),
                    Trial.slack(slack, "xoxb-test", "secret"))),
            () -> {});
    data = new Caller(program, "data");
    slack.deliverTo(program.address().resolve("/slack/events"));
  }

  @AfterEach
  void stop() {
    program.close();
    data.close();
    slack.close();
  }

  @Test
  void whatPeopleEditStaysAndWhatCollidesIsAskedOnce() throws Exception {
    data.send(
        "/api/projects",
        "{\"name\": \"support-bot\", \"repository\": \"%s\"}".formatted(team("team.git")));
    slack.command("U1", "C1", "aiwf start support-bot");
    post("What should it do for whom?");
    data.command(
        "support-bot",
        """
        {"answer": {"goal": "Answer billing", "use_case": "knowledge-qa", "example_count": 300,
          "architecture": {"choice": "rag-only", "rationale": "Edited daily"}}}\
        """);
    data.command("support-bot", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    post("Committed");
    edit(
        DECISION,
        Map.of("Answer billing", "Answer billing, kindly", "Edited daily", "Edited hourly"));

    data.command(
        "support-bot",
        "{\"revise\": {\"goal\": \"Answer staff\"}, \"seen\": %d}".formatted(number()));
    data.command(
        "support-bot",
        "{\"check\": {\"goal-agreed\": true, \"data-allowed\": true, \"way-back\": true}}");
    data.command(
        "support-bot",
        "{\"sign\": \"no-go\", \"reason\": \"not yet\", \"return_to\": \"scoping\"}");
    data.command("support-bot", "{\"choose\": \"continue\", \"menu\": \"m3\"}");
    Post asked = post("was edited in the same lines");
    assertThat(asked.shown()).contains("Answer billing, kindly", "Answer staff");
    assertThat(file("team.git")).contains("Answer billing, kindly").contains("Edited hourly");

    slack.press("U1", "Write the project's");
    post("Settled: the project's lines, by");
    await().until(() -> tip("team.git").startsWith("lead: support-bot: settle lines after"));
    assertThat(file("team.git")).contains("**Goal:** Answer staff").contains("Edited hourly");

    data.command("support-bot", "{\"link\": \"%s\"}".formatted(team("other.git")));
    post("from here on");
    await().until(() -> tip("other.git").startsWith("data: support-bot: move here after Scoping"));
    assertThat(file("other.git")).contains("**Goal:** Answer staff");
    assertThat(slack.rejections()).isEmpty();
  }

  @Test
  void aReadmeIsOfferedAsTheBriefAndAnswersInTheSidecarAreAskedAbout() throws Exception {
    Files.writeString(clone.resolve("README.md"), "# Support bot\n\nIt answers billing tickets.\n");
    commit("Say what it is");
    git(clone, "push", "-q", "origin", "HEAD:main");
    data.send(
        "/api/projects",
        "{\"name\": \"support-bot\", \"repository\": \"%s\"}".formatted(team("team.git")));
    slack.command("U1", "C1", "aiwf start support-bot");
    post("What should it do for whom?");

    slack.press("U1", "Brief from README.md");
    post("It answers billing tickets.");
    data.command(
        "support-bot",
        """
        {"answer": {"goal": "Answer billing", "use_case": "knowledge-qa", "example_count": 300,
          "architecture": {"choice": "rag-only", "rationale": "Edited daily"}}}\
        """);
    data.command("support-bot", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    post("Committed");
    edit(SIDECAR, Map.of("goal: Answer billing", "goal: Answer staff", "rag-only", "fine-tuning"));
    data.command(
        "support-bot",
        "{\"check\": {\"goal-agreed\": true, \"data-allowed\": true, \"way-back\": true}}");
    data.command(
        "support-bot",
        "{\"sign\": \"no-go\", \"reason\": \"not yet\", \"return_to\": \"scoping\"}");
    Post asked = post("somebody wrote another answer");
    assertThat(asked.shown()).contains("Answer billing → Answer staff");

    slack.press("U1", "Take it");
    post("Taken by");
    data.command("support-bot", "{\"choose\": \"continue\", \"menu\": \"m3\"}");
    await()
        .until(
            () -> git(folder.resolve("team.git"), "show", BRANCH + ":" + SIDECAR),
            sidecar -> sidecar.contains("goal: Answer staff") && sidecar.contains("rag-only"));
    assertThat(slack.rejections()).isEmpty();
  }

  private String team(String name) {
    return folder.resolve(name).toUri().toString();
  }

  private void edit(String path, Map<String, String> changes) throws Exception {
    git(clone, "fetch", "-q");
    git(clone, "checkout", "-q", BRANCH);
    Path file = clone.resolve(path);
    String text = Files.readString(file);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      text = text.replace(change.getKey(), change.getValue());
    }
    Files.writeString(file, text);
    commit("Edit");
    git(clone, "push", "-q");
  }

  private void commit(String message) throws Exception {
    git(clone, "add", "-A");
    git(clone, "-c", "user.name=ann", "-c", "user.email=ann@example.org", "commit", "-qm", message);
  }

  private String file(String repository) throws Exception {
    return git(folder.resolve(repository), "show", BRANCH + ":" + DECISION);
  }

  private String tip(String repository) throws Exception {
    return git(
        folder.resolve(repository),
        "for-each-ref",
        "--format=%(authorname): %(subject)",
        "refs/heads/" + BRANCH);
  }

  private long number() throws Exception {
    return JSON.readTree(data.get("/api/projects/support-bot")).path("number").asLong();
  }

  private Post post(String shown) {
    return await()
        .until(
            () ->
                slack.posts().stream()
                    .filter(post -> post.shown().contains(shown) || post.labels().contains(shown))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static String git(Path where, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", where.toString()));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as("%s: %s", command, out).isZero();
    return out;
  }
}
