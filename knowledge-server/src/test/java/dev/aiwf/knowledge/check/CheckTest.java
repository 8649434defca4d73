package dev.aiwf.knowledge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.knowledge.Corpus;
import dev.aiwf.knowledge.KnowledgeServer;
import dev.aiwf.knowledge.KnowledgeSettings;
import dev.aiwf.knowledge.Listening;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

  /** What speaks the older way only is asked that way. */
  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/sse"})
  void everyToolIsAskedEveryQuestion(String path, @TempDir Path folder) {
    KnowledgeServer server =
        KnowledgeServer.open(
            KnowledgeSettings.onLoopback(Corpus.in(folder), List.of(), "test"),
            InstantSource.system(),
            System::nanoTime);
    try (Listening listening = Listening.at("127.0.0.1", 0, server)) {
      List<Asked> asked =
          Check.of(
              URI.create("http://127.0.0.1:" + listening.port() + path),
              Optional.empty(),
              2,
              System::nanoTime);

      assertThat(asked).hasSize(7).allSatisfy(tool -> assertThat(tool.trouble()).isEmpty());
      assertThat(asked).allSatisfy(tool -> assertThat(tool.millis()).hasSize(10));
      assertThat(asked.getFirst().sources()).contains("A handbook of invented practice");
    }
  }

  @Test
  void halfOfTheCallsTookTheMedianAtMost() {
    Asked asked = new Asked("a", List.of(5.0, 1.0, 9.0, 3.0), 0, Set.of(), Optional.empty());
    assertThat(asked.median()).isEqualTo(3.0);
    assertThat(asked.p99()).isEqualTo(9.0);
  }
}
