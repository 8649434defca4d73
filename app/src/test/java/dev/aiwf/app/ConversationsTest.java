package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.scenario.Performance;
import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.core.scenario.Transcript;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.packs.ScenarioRead;
import dev.aiwf.packs.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every conversation that a pack ships comes as it was recorded, word for word; with
 * -Daiwf.docs.write=true its transcript is written anew.
 */
class ConversationsTest {

  private static final Path ROOT = Path.of("..");

  private static @Nullable BundledKnowledge knowledge;

  @BeforeAll
  static void open() {
    knowledge = BundledKnowledge.open(ROOT.resolve("knowledge"));
  }

  @AfterAll
  static void close() {
    Objects.requireNonNull(knowledge).close();
  }

  @TestFactory
  Stream<DynamicTest> everyConversationComesAsItWas() {
    PacksRead packs = Packs.read(List.of(ROOT));
    return Scenarios.recorded(ROOT).stream()
        .map(read ->
            DynamicTest.dynamicTest(
                read.scenario()
                    .map(Scenario::file)
                    .orElseGet(() -> read.problems().getFirst().file()),
                () -> comesAsItWas(packs, read)));
  }

  private static void comesAsItWas(PacksRead packs, ScenarioRead read)
      throws InterruptedException, IOException {
    assertThat(read.problems()).isEmpty();
    Scenario scenario = read.scenario().orElseThrow();
    Performance performance =
        ReplayCommand.play(
            packs.of(scenario).orElseThrow(), scenario, Objects.requireNonNull(knowledge).asked());
    Path kept = ReplayCommand.kept(ROOT.resolve(scenario.file()));
    String transcript = Transcript.of(performance);
    if (Boolean.getBoolean("aiwf.docs.write")) {
      Files.writeString(kept, transcript);
    }
    assertThat(performance.mismatches()).as(ScenarioReport.of(performance)).isEmpty();
    assertThat(kept).hasContent(transcript);
  }
}
