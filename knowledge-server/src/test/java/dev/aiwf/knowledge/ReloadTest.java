package dev.aiwf.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A team's own knowledge, picked up while the server runs. */
class ReloadTest {

  @TempDir private Path folder;
  @TempDir private Path team;

  @Test
  void whatIsWrittenIsServedAtTheNextLook() throws IOException {
    try (Served served = Served.corpus(folder, team);
        McpSyncClient client = served.streamable()) {
      String text = Corpus.text(folder, "warnings/split-tables.yaml");
      Path ours = Corpus.write(team, "warnings/ours.yaml", text.replace("Tables", "Our forms"));
      assertThat(served.get("/knowledge/items/ours").status()).isEqualTo(404);

      served.server().look();
      assertThat(served.get("/knowledge/items/ours").json().at("/team").booleanValue()).isTrue();
      assertThat(addresses(client)).contains("knowledge://warnings/ours");

      Files.writeString(ours, "title: half of");
      served.server().look();
      assertThat(served.get("/knowledge/items/ours").json().at("/title").asString())
          .startsWith("Our forms");
      assertThat(served.get("/knowledge/health").json().at("/status").asString())
          .isEqualTo("degraded");
      assertThat(served.server().problems())
          .allSatisfy(problem -> assertThat(problem.file()).isEqualTo(ours.toString()));

      Files.delete(ours);
      served.server().look();
      assertThat(served.get("/knowledge/items/ours").status()).isEqualTo(404);
      assertThat(addresses(client)).doesNotContain("knowledge://warnings/ours").hasSize(13);
      assertThat(served.server().problems()).isEmpty();
    }
  }

  /** As docs/knowledge.md has it, in a folder that is not there before a project is finished. */
  @Test
  void aFinishedProjectIsACaseStudy() {
    Path studies = team.resolve("data/knowledge");
    try (Served served = Served.corpus(folder, studies)) {
      assertThat(served.server().problems()).isEmpty();
      var _ =
          Corpus.write(
              studies,
              "sources/support-bot.yaml",
              """
              title: "Project support-bot: its decision log"
              authors: [the support team]
              type: case_study
              read: 2026-11-21
              passages: [decision-log.md]
              """);
      var _ =
          Corpus.write(
              studies,
              "decisions/support-bot-arch-001.yaml",
              """
              topics: [rag, fine-tuning]
              source: {id: support-bot, section: "arch-001, 2026-11-21"}
              further: [{id: handbook, section: chapter 2}]
              question: "Support bot: look help articles up, or learn them?"
              options: ["RAG only: articles change daily", "Hybrid: from 1,000 tickets on"]
              considerations: [Citations are a must, 300 rated tickets, Six weeks]
              recommended_approach: RAG only was chosen. It went live in week five.
              """);
      served.server().look();

      assertThat(served.server().problems()).isEmpty();
      JsonNode item = served.get("/knowledge/items/support-bot-arch-001").json();
      assertThat(item.at("/team").booleanValue()).isTrue();
      assertThat(item.at("/source/team").booleanValue()).isTrue();
      assertThat(item.at("/source/type").asString()).isEqualTo("case_study");
      JsonNode found =
          served.get("/knowledge/get_decisions?topic=help+articles").json().at("/results/0");
      assertThat(found.at("/id").asString()).isEqualTo("support-bot-arch-001");
      assertThat(found.at("/team").booleanValue()).isTrue();
    }
  }

  private static List<String> addresses(McpSyncClient client) {
    return client.listResources().resources().stream().map(McpSchema.Resource::uri).toList();
  }

  @Test
  void lintTellsWhatIsWrongWithAFileOfATeams() {
    String text = Corpus.text(Corpus.in(folder), "warnings/split-tables.yaml");
    Path right = Corpus.write(team, "warnings/right.yaml", text);
    Path wrong = Corpus.write(team, "warnings/wrong.yaml", text.replace("[chunking]", "[cooking]"));
    Lint lint = new Lint(folder);

    assertThat(lint.of(List.of(right))).isEmpty();
    assertThat(lint.of(List.of(wrong))).singleElement().asString().contains("unknown-topic");
    assertThat(lint.of(List.of(team))).hasSize(1);
    assertThat(lint.of(List.of(folder))).isEmpty();
    assertThat(lint.of(List.of(team.resolve("none.yaml")))).hasSize(1);
  }
}
