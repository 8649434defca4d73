package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.rules.Clean;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class YamlTextTest {

  private static final String TEMPLATE =
      """
      # {{words}}
      words: {{words}}
      figure: {{figure}}
      nested: {key: {{chosen.key}}, label: {{chosen}}}
      items: # {{several}}
      {{#several.items}}
        - {{.}}
      {{/several.items}}
      """;

  static List<String> words() {
    return Hostile.words();
  }

  @ParameterizedTest
  @MethodSource("words")
  void wordsArriveAsTheyWereTyped(String words) {
    JsonNode read = new YAMLMapper().readTree(rendered(words));

    assertThat(read.propertyNames()).containsExactly("words", "figure", "nested", "items");
    assertThat(read.get("words").asString()).isEqualTo(Clean.lines(words));
    assertThat(read.get("items").get(0).asString()).isEqualTo(Clean.lines(words));
    assertThat(read.get("items")).hasSize(2);
    assertThat(read.get("figure").asInt()).isEqualTo(10_000);
    assertThat(read.get("nested").get("key").asString()).isEqualTo("one");
  }

  @Test
  void whatIsOpenIsNull() {
    Sheet sheet = new Sheet("words: {{words}}\nlist: {{chosen.key}}\n");

    assertThat(sheet.text()).isEqualTo("words: null\nlist: null\n");
  }

  private record Sheet(String template) {
    String text() {
      return find(
          new MustacheRenderer().render(States.writing("a.yaml", template), States.empty()));
    }
  }

  private static String rendered(String words) {
    return find(
        new MustacheRenderer().render(States.writing("a.yaml", TEMPLATE), States.full(words)));
  }

  private static String find(List<File> files) {
    return files.stream()
        .filter(file -> file.path().equals("a.yaml"))
        .map(File::text)
        .findFirst()
        .orElseThrow();
  }
}
