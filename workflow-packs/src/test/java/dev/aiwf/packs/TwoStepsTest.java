package dev.aiwf.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.testkit.TwoSteps;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoStepsTest {

  @Test
  void theFilesSayWhatTheJavaSays() {
    PacksRead read = Packs.read(List.of(TwoSteps.folder()));

    assertThat(read.problems()).isEmpty();
    Workflow java = TwoSteps.workflow();
    assertThat(read.workflows())
        .singleElement()
        .satisfies(files -> {
          assertThat(files.ref().id()).isEqualTo(java.ref().id());
          assertThat(files.ref().version()).isEqualTo(java.ref().version());
          assertThat(files.ref().hash()).matches("[0-9a-f]{64}");
          assertThat(files.title()).isEqualTo(java.title());
          assertThat(files.phases()).isEqualTo(java.phases());
          assertThat(files.steps()).isEqualTo(java.steps());
        });
  }
}
