package dev.aiwf.knowledge.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Knowledge.Reply;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.workflow.Consult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled server asked over MCP. */
class McpKnowledgeTest {

  private static final Consult WARNINGS = new Consult("get_warnings", "LLM evaluation");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/sse"})
  void aConsultBringsWhatFitsOverEitherWay(String path) throws Exception {
    try (Bundled bundled = Bundled.in(folder);
        Asking asking = Asking.these(Asking.server("bundled", bundled.port(), path))) {
      Reply reply = asking.knowledge.ask(List.of(WARNINGS)).getFirst();

      assertThat(reply.consult()).isEqualTo(WARNINGS);
      assertThat(reply.silent()).isEmpty();
      assertThat(reply.since()).isNull();
      assertThat(reply.findings())
          .extracting(Finding::id)
          .contains("judge-likes-length", "test-set-leaks");
      assertThat(reply.findings())
          .allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.WARNING);
            assertThat(finding.base()).isEqualTo("bundled");
            assertThat(finding.source()).contains(", ");
            assertThat(finding.address()).startsWith("https://");
          });
      assertThat(asking.knowledge.search("judge", 3).findings())
          .isNotEmpty()
          .allSatisfy(finding -> {
            assertThat(finding.text()).doesNotStartWith(finding.title());
            assertThat(finding.address()).startsWith("https://");
          });
    }
  }
}
