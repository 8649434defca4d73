package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.project.ProjectId;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private Settings settings;
  private Program program;
  private Caller lead;

  @BeforeEach
  void start() throws Exception {
    settings = Trial.withKnowledge(folder, Map.of());
    program = Program.start(settings, () -> {});
    lead = new Caller(program, "lead");
  }

  @AfterEach
  void stop() {
    program.close();
    lead.close();
  }

  @Test
  void whatAProjectDecidedIsFoundByItsWordsUntilItIsForgotten() throws Exception {
    lead.send("/api/projects", "{\"name\": \"support-bot\"}");
    lead.awaitBegun("support-bot");
    lead.command(
        "support-bot",
        """
        {"answer": {"goal": "Answer billing", "use_case": "knowledge-qa", "example_count": 300,
          "architecture": {"choice": "rag-only", "rationale": "Tariffs are edited <b>nightly</b>"}}}\
        """);
    lead.command("support-bot", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    lead.command(
        "support-bot",
        "{\"check\": {\"goal-agreed\": true, \"data-allowed\": true, \"way-back\": true}}");
    lead.command("support-bot", "{\"sign\": \"go\"}");
    lead.command("support-bot", "{\"choose\": \"continue\", \"menu\": \"m2\"}");

    await().until(() -> lead.status(ITEM) == 200);
    assertThat(lead.get(ITEM))
        .contains("Tariffs are edited nightly", "\"team\":true", "GO")
        .doesNotContain("<b>");
    assertThat(lead.get("/knowledge/search_knowledge?query=tariffs+edited+nightly"))
        .contains("support-bot--arch-001");
    assertThat(lead.get("/knowledge/get_decisions?topic=rag+vs+fine-tuning&limit=100"))
        .contains("support-bot--arch-001");

    program.close();
    try (Operator operator = Operator.of(settings)) {
      var _ = operator.forgetting().forget(new ProjectId("support-bot"), false);
    }
    try (Stream<Path> left = Files.walk(folder.resolve("data/knowledge"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
