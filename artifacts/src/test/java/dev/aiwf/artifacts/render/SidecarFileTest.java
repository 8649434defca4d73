package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.SidecarView;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SidecarFileTest {

  private static final Workflow WORKFLOW = States.writing("a.md", "x");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  static List<String> words() {
    return Hostile.words();
  }

  /** The same keys in the same order, the same values of the same types. */
  @ParameterizedTest
  @MethodSource("words")
  void itReadsBackAsWhatItWas(String words) {
    Sidecar sidecar = States.full(words);

    String file = SidecarFile.of(WORKFLOW, sidecar);

    assertThat(JSON.writeValueAsString(new YAMLMapper().readTree(file)))
        .isEqualTo(JSON.writeValueAsString(SidecarView.of(WORKFLOW, sidecar)));
  }

  @Test
  void itBeginsWithTwoLinesForPeople() {
    assertThat(SidecarFile.of(WORKFLOW, States.empty()).lines().limit(3))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("# "),
            second -> assertThat(second).startsWith("# "),
            third -> assertThat(third).isEqualTo("project_name: Support Bot"));
  }

  @Test
  void linesAreLinesAndNumbersHaveTheirDigits() {
    assertThat(SidecarFile.of(WORKFLOW, States.full("one\ntwo")))
        .contains("\n  words: |-\n    one\n    two\n", "\n  figure: 10000\n");
  }
}
