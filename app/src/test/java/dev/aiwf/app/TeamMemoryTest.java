package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.guide.CaseStudy;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.scenario.Rehearsal;
import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.knowledge.KnowledgeServer;
import dev.aiwf.knowledge.KnowledgeSettings;
import dev.aiwf.knowledge.Lint;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.packs.Scenarios;
import dev.aiwf.testkit.contract.MemoryContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What finished projects decided, as files of a team's own knowledge. */
class TeamMemoryTest extends MemoryContract {

  private static final Path HOME = Path.of("..");
  private static final Path BUNDLED = HOME.resolve("knowledge");
  private static final String REASON = "recommended_approach: ";

  @TempDir private Path folder;

  @Override
  protected Memory memory() {
    return new TeamMemory(folder, _ -> Set.of("rag"));
  }

  @Override
  protected List<String> reasons() throws IOException {
    List<String> reasons = new ArrayList<>();
    for (Path file : files(folder)) {
      Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(REASON))
          .map(line -> line.substring(REASON.length()))
          .forEach(reasons::add);
    }
    return reasons;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void whateverARunOfThePackLeavesIsRightForTheKnowledgeBase() throws Exception {
    PacksRead packs = Packs.read(List.of(HOME));
    int finished = 0;
    try (KnowledgeServer server =
        KnowledgeServer.open(
            KnowledgeSettings.onLoopback(BUNDLED, List.of(), "test"),
            InstantSource.system(),
            System::nanoTime)) {
      for (Scenario scenario : scenarios()) {
        Workflow workflow = packs.of(scenario).orElseThrow();
        Sidecar sidecar = Rehearsal.play(workflow, scenario).sidecar();
        if (sidecar != null && sidecar.status() == Status.COMPLETE) {
          finished++;
          Path own = folder.resolve("run-" + finished);
          new TeamMemory(own, server::topicsMeantBy).keep(CaseStudy.of(workflow, sidecar));

          assertThat(new Lint(BUNDLED).of(List.of(own))).as(scenario.file()).isEmpty();
          assertThat(files(own)).as(scenario.file()).hasSizeGreaterThan(3);
        }
      }
    }
    assertThat(finished).isGreaterThan(2);
  }

  private static List<Scenario> scenarios() {
    return Scenarios.shipped(HOME).stream().flatMap(read -> read.scenario().stream()).toList();
  }

  @Test
  void whatNoTopicIsKnownForIsLeftOutAndWhatIsThereStays() throws Exception {
    memory().keep(study("bot", "arch-001", "first"));

    new TeamMemory(folder, _ -> Set.of()).keep(study("bot", "arch-001", "second"));

    assertThat(reasons()).containsExactly("first");
  }

  @Test
  void whatWasLeftHalfIsRemovedWithTheRest() throws Exception {
    memory().keep(study("bot", "arch-001", "first"));
    Files.writeString(folder.resolve("decisions/.bot--arch-002.yaml"), "half of i");

    memory().remove(study("bot", "arch-001", "first").project());

    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aFolderThatTakesNothingIsToldAndTriedAgain() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Memory memory = new TeamMemory(file, _ -> Set.of("rag"));

    assertThatThrownBy(() -> memory.keep(study("bot", "arch-001", "first")))
        .isInstanceOf(NotNow.class)
        .hasMessageContaining("What bot decided can't be kept");
  }
}
