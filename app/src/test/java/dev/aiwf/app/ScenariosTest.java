package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.scenario.Performance;
import dev.aiwf.core.scenario.Rehearsal;
import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.core.scenario.Transcript;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.packs.ScenarioRead;
import dev.aiwf.packs.Scenarios;
import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario that a pack ships comes as it expects. */
class ScenariosTest {

  private static final Path TWO_SIGNATURES = Path.of("src/test/resources/packs");

  private static final List<Path> ROOTS = List.of(Path.of(".."), TwoSteps.folder(), TWO_SIGNATURES);

  /** The run that people can read; with -Daiwf.docs.write=true it is written anew. */
  private static final String A_RUN = "prompts/ai-engineering/1.0.0/scenarios/a-run.yaml";

  private static final Path A_RUN_ROOT = Path.of("..");
  private static final Path A_RUN_READ = Path.of("..", "docs", "a-run.md");

  private static final String ABOUT =
      """

      Two people take a support bot from the first question to the runbook, without a model, as it reads in
      their channel. The build plays it from [a scenario](../%s) and holds this page against
      it, so this is what the program says.
      """
          .formatted(A_RUN);

  @TestFactory
  Stream<DynamicTest> everyScenarioComesAsItExpects() {
    return ROOTS.stream().flatMap(ScenariosTest::under);
  }

  private static Stream<DynamicTest> under(Path root) {
    PacksRead packs = Packs.read(List.of(root));
    return Scenarios.shipped(root).stream()
        .map(read ->
            DynamicTest.dynamicTest(
                read.scenario()
                    .map(Scenario::file)
                    .orElseGet(() -> read.problems().getFirst().file()),
                () -> {
                  Performance performance = play(packs, read);
                  assertThat(performance.mismatches()).as(ScenarioReport.of(performance)).isEmpty();
                }));
  }

  private static Performance play(PacksRead packs, ScenarioRead read) {
    assertThat(read.problems()).isEmpty();
    Scenario scenario = read.scenario().orElseThrow();
    return Rehearsal.play(
        packs
            .of(scenario)
            .orElseThrow(() -> new AssertionError("its workflow can't be read: " + packs)),
        scenario);
  }

  @Test
  void theRunThatPeopleReadIsThisRun() throws IOException {
    ScenarioRead read =
        Scenarios.shipped(A_RUN_ROOT).stream()
            .filter(each -> each.scenario().filter(s -> s.file().equals(A_RUN)).isPresent())
            .findFirst()
            .orElseThrow();
    String played = Transcript.of(play(Packs.read(List.of(A_RUN_ROOT)), read));
    int title = played.indexOf('\n') + 1;
    String transcript = played.substring(0, title) + ABOUT + played.substring(title);
    if (Boolean.getBoolean("aiwf.docs.write")) {
      Files.writeString(A_RUN_READ, transcript);
    }
    assertThat(A_RUN_READ).hasContent(transcript);
  }
}
