package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.workflow.Depth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Beside a filled file stands the same with its placeholders. */
class BlankTest {

  private static final String TEMPLATE =
      """
      words: {{words}}
      size: {{figure}} # 5 to 10
      kind: {{chosen.key}}
      {{#blank}}
      by: hand
      {{/blank}}
      {{^blank}}
      by: aiwf
      {{/blank}}
      items:
      {{#several.items}}
        - {{.}}
      {{/several.items}}
      rows:
      {{#rows.rows}}
        - {{name}}
      {{/rows.rows}}
      {{^rows}}
        []
      {{/rows}}
      """;

  static Stream<Golden> runs() {
    return Golden.all().filter(golden -> golden.depth() != Depth.QUICK);
  }

  @Test
  void aPlaceholderSaysWhatFits() {
    assertThat(States.blank(TEMPLATE))
        .isEqualTo(
            """
            words: "{{WORDS}}"
            size: "{{FIGURE}}" # 5 to 10; a number (pieces)
            kind: "{{CHOSEN}}" # one | two
            by: hand
            items:
              - "{{SEVERAL}}" # one line for each
            rows:
              - "{{ROWS_NAME}}"
            """);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyConfigurationIsThereTwice(Golden golden) {
    List<String> paths = golden.rendered().stream().map(File::path).toList();
    List<String> filled =
        paths.stream()
            .filter(path -> path.matches(".*/templates/[^.]*\\.yaml"))
            .map(path -> path.replace(".yaml", ".template.yaml"))
            .toList();

    assertThat(filled).isNotEmpty();
    assertThat(paths)
        .filteredOn(path -> path.endsWith(".template.yaml"))
        .containsExactlyInAnyOrderElementsOf(filled);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void itIsYamlWithThePlaceholdersOfItsOwnFile(Golden golden) {
    assertThat(golden.rendered())
        .filteredOn(file -> file.path().endsWith(".template.yaml"))
        .allSatisfy(file -> {
          JsonNode read = new YAMLMapper().readTree(file.text());
          assertThat(read.isObject()).isTrue();
          assertThat(read.toString()).containsPattern("\"\\{\\{[A-Z][A-Z0-9_]+}}\"");
          assertThat(file.text()).contains("To be filled in by hand").doesNotContain("# null");
        });
  }
}
