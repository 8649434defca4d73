package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The knowledge base beside the bot, and its commands. */
class KnowledgeServedTest {

  @TempDir private Path folder;

  private Settings settings(Map<String, String> more) throws Settings.Wrong {
    Map<String, String> set = new TreeMap<>(more);
    set.put(Setting.DATA.key(), folder.resolve("data").toString());
    set.put(Setting.PORT.key(), "0");
    return Settings.from(
        set, Map.of("aiwf.home", "..", "user.home", folder.toString(), "user.timezone", "UTC"));
  }

  private static int status(URI address, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address.resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .statusCode();
    }
  }

  @Test
  void itIsThereUnlessItIsSwitchedOff() throws Exception {
    try (Program program = Program.start(settings(Map.of()), () -> {})) {
      assertThat(program.greeting()).contains("/mcp");
      assertThat(status(program.address(), "/knowledge/health")).isEqualTo(200);
      assertThat(status(program.address(), "/readyz")).isEqualTo(200);
    }
    try (Program program =
        Program.start(settings(Map.of(Setting.KNOWLEDGE.key(), "false")), () -> {})) {
      assertThat(program.greeting()).contains("AIWF_KNOWLEDGE_BUNDLED is false");
      assertThat(status(program.address(), "/knowledge/health")).isEqualTo(404);
    }
  }

  @Test
  void whatFinishedProjectsLeftIsServedWithTheRest() throws Exception {
    Path studies = folder.resolve("data/knowledge");
    Files.createDirectories(studies.resolve("sources"));
    Files.createDirectories(studies.resolve("warnings"));
    Files.writeString(
        studies.resolve("sources/support-bot.yaml"),
        """
        title: Support bot
        authors: [the support team]
        type: case_study
        read: 2026-11-21
        passages: [decision-log.md]
        """);
    Files.writeString(
        studies.resolve("warnings/support-bot-warn-001.yaml"),
        """
        topics: [data]
        source: {id: support-bot, section: warn-001}
        title: Old articles came back
        description: Articles that were taken down stayed in the index.
        symptoms: [Answers quote them, Nobody finds the article]
        consequences: [Wrong answers]
        prevention: Compare the index with the articles each night.
        """);
    try (Program program = Program.start(settings(Map.of()), () -> {})) {
      assertThat(status(program.address(), "/knowledge/items/support-bot-warn-001")).isEqualTo(200);
    }
  }

  @Test
  void lintTellsByItsExitCode() throws Exception {
    Path item = Files.createDirectories(folder.resolve("warnings")).resolve("ours.yaml");
    Files.writeString(item, "title: half of an item\n");
    StringWriter said = new StringWriter();
    int exit =
        new CommandLine(new KnowledgeCommand.LintFiles())
            .setOut(new PrintWriter(said))
            .execute(item.toString());
    assertThat(exit).isEqualTo(1);
    assertThat(said.toString()).contains("ours.yaml:1: missing-key: \"description\" is missing.");
  }

  @Test
  void outsideOfLoopbackThereIsAKeyOrNoStart() {
    StringWriter said = new StringWriter();
    int exit =
        new CommandLine(new KnowledgeServe())
            .setErr(new PrintWriter(said))
            .setExecutionExceptionHandler(Failures::told)
            .execute("--host", "0.0.0.0", "--port", "0");
    assertThat(exit).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(said.toString()).contains("--key-file");
  }
}
