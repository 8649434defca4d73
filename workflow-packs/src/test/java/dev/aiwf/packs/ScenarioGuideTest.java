package dev.aiwf.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.scenario.Rehearsal;
import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/scenarios.md says is what the parser does. */
class ScenarioGuideTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (an? [a-z ]+) \\| `(\\w+)` \\| .+");
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\\n(.*?)\\n```");

  @TempDir private Path folder;

  @Test
  void theTableOfKeysIsComplete() throws IOException {
    Map<String, Set<String>> documented = new LinkedHashMap<>();
    for (MatchResult row : ROW.matcher(guide()).results().toList()) {
      documented.computeIfAbsent(row.group(1), _ -> new LinkedHashSet<>()).add(row.group(2));
    }

    assertThat(documented)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("a scenario", ScenarioKeys.SCENARIO),
                Map.entry("a person", ScenarioKeys.PERSON),
                Map.entry("a beat", ScenarioKeys.BEAT),
                Map.entry("a model", ScenarioKeys.MODEL),
                Map.entry("an answer", ScenarioKeys.ANSWER),
                Map.entry("a repository", ScenarioKeys.REPOSITORY),
                Map.entry("a move", ScenarioKeys.MOVE),
                Map.entry("a press", ScenarioKeys.PRESS),
                Map.entry("an open", ScenarioKeys.OPEN),
                Map.entry("a start", ScenarioKeys.START),
                Map.entry("a decision", ScenarioKeys.DECISION),
                Map.entry("an expectation", ScenarioKeys.EXPECT),
                Map.entry("a list", ScenarioKeys.LIST),
                Map.entry("a number", ScenarioKeys.BOUNDS)));
  }

  @Test
  void theExampleComesAsItExpects() throws IOException {
    List<String> blocks =
        BLOCK.matcher(guide()).results().map(block -> block.group(1) + "\n").toList();
    String beginning = blocks.get(0).substring(0, blocks.get(0).indexOf("  - lead:"));
    String second = beginning + "  - lead: Answer billing questions\n" + blocks.get(1);

    assertThat(read(blocks.get(2)).recording()).isNotNull();
    for (String yaml : List.of(blocks.get(0), second)) {
      assertThat(Rehearsal.play(TwoSteps.workflow(), read(yaml)).mismatches()).isEmpty();
    }
  }

  private Scenario read(String yaml) throws IOException {
    ScenarioRead read = Scenarios.read(Files.writeString(folder.resolve("a.yaml"), yaml));
    assertThat(read.problems()).isEmpty();
    return read.scenario().orElseThrow();
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("..", "docs", "scenarios.md"));
  }
}
