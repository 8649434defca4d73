package dev.aiwf.core.guide;

import static dev.aiwf.core.turn.Run.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Fact;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.turn.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/workflow.md says can be typed is what can be typed. */
class WorkflowGuideTest {

  private static final Pattern TYPED = Pattern.compile("`([^`]+)`");

  @Test
  void theWordsThatShowSomethingAreAllThere() throws IOException {
    Map<Fact.Topic, String> rows = new LinkedHashMap<>();
    Aside.WORDS.forEach((word, meaning) -> {
      String typed = "`" + word + (meaning.about() == null ? "" : " " + meaning.about()) + "`";
      rows.merge(
          meaning.topic(),
          "| %s | %s |".formatted(typed, meaning.shows()),
          (row, _) -> row.replaceFirst(" \\| ", " or " + typed + " | "));
    });

    assertThat(table("| type | what it shows |")).containsExactlyElementsOf(rows.values());
  }

  @Test
  void theWordsThatDoSomethingAreNoAnswers() throws IOException {
    List<String> words =
        table("| type | what it does |").stream()
            .map(row -> row.split("\\|", -1)[1])
            .flatMap(cell -> TYPED.matcher(cell).results().map((MatchResult m) -> m.group(1)))
            .toList();

    assertThat(words).contains("skip", "undo", "take the recommended", "depth quick");
    for (String word : words) {
      Run run = Run.begun(Wide.workflow()).says(LEAD, word);
      assertThat(run.sidecar().answers().to("goal")).as(word).isEmpty();
    }
  }

  /** The rows under a head. */
  private static List<String> table(String head) throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "workflow.md")).stream()
        .dropWhile(line -> !line.equals(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}
