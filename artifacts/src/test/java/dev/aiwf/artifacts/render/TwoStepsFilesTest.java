package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.testkit.MemoryProjects;
import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.Someone;
import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the small workflow leaves in a repository, byte for byte. */
class TwoStepsFilesTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-two-steps");

  private final MemoryProjects projects =
      new MemoryProjects(SettableClock.begun(), List.of(TwoSteps.workflow()));
  private final Someone lead = new Someone(projects, "support-bot", "lead", null);

  private List<File> files() {
    Projects.Standing standing = projects.find(lead.project()).orElseThrow();
    return new MustacheRenderer().render(standing.workflow(), standing.sidecar());
  }

  @Test
  void beforeAStepIsCompletedThereIsTheSidecar() {
    lead.start();
    lead.answersEverything();

    assertThat(files()).extracting(File::path).containsExactly("sidecar.yaml");
  }

  @Test
  void aCompletedProjectLeavesTheseBytes() throws IOException {
    lead.start();
    lead.answersEverything();
    lead.continues("m1");
    lead.passesTheGate();
    lead.continues("m2");

    assertThat(files()).isEqualTo(files());
    assertThat(files())
        .containsExactly(
            new File("sidecar.yaml", golden("sidecar.yaml")),
            new File(
                "phase-0-scoping/architecture-decision.md", golden("architecture-decision.md")));
  }

  private static String golden(String name) throws IOException {
    return Files.readString(GOLDEN.resolve(name)).replace("\r\n", "\n");
  }
}
