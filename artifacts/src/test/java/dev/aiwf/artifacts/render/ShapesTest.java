package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Repositories.File;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is chosen and however much is left open: the files are good, and the drawing draws. */
class ShapesTest {

  private static final String NODE = "\\w+(?:\\[\"L\"]|\\(\\[\"L\"]\\)|\\[\\(\"L\"\\)])?";
  private static final Pattern EDGE =
      Pattern.compile(
          " {2}N (?:-->|---|<-->|-\\.->|-\\. \"no answer\" \\.->) N"
              .replace("N", NODE)
              .replace("L", "[^\"\\\\*<>{}|]+"));

  static LongStream seeds() {
    return LongStream.range(0, 24);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyShapeLeavesGoodFiles(long seed) {
    List<File> files = Shapes.files(seed);

    assertThat(MarkdownRules.broken(files)).isEmpty();
    assertThat(files)
        .filteredOn(file -> file.path().endsWith(".yaml"))
        .allSatisfy(file -> assertThat(Yaml.read(file.text()).isObject()).isTrue());
    assertThat(files)
        .filteredOn(file -> !file.path().endsWith(".template.yaml"))
        .allSatisfy(file -> assertThat(file.text()).doesNotContain("{{", "}}"));
    draws(files);
  }

  private static void draws(List<File> files) {
    String spec =
        files.stream()
            .filter(file -> file.path().equals("project-spec.md"))
            .map(File::text)
            .findFirst()
            .orElseThrow();
    List<String> lines = spec.split("```mermaid\n", 2)[1].split("```", 2)[0].lines().toList();

    assertThat(lines.getFirst()).isEqualTo("flowchart LR");
    assertThat(lines.subList(1, lines.size()))
        .hasSizeGreaterThan(4)
        .allMatch(EDGE.asMatchPredicate());
  }
}
