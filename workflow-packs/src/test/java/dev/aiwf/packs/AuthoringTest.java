package dev.aiwf.packs;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What docs/authoring.md says is what the parser does. */
class AuthoringTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (an? [a-z ]+) \\| `(\\w+)` \\| .+");
  private static final Pattern BLOCK =
      Pattern.compile("(?s)```(?:yaml|markdown)\\n(.*?)\\n```(?:\\n|$)");

  @TempDir Path root;

  @Test
  void theTableOfKeysIsComplete() throws IOException {
    Map<String, Set<String>> documented = new LinkedHashMap<>();
    for (MatchResult row : ROW.matcher(guide()).results().toList()) {
      documented.computeIfAbsent(row.group(1), _ -> new LinkedHashSet<>()).add(row.group(2));
    }

    assertThat(documented)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("a workflow", Keys.WORKFLOW),
                Map.entry("a phase", Keys.PHASE),
                Map.entry("a gate", Keys.GATE),
                Map.entry("a policy", Keys.POLICY),
                Map.entry("an item of a checklist", Keys.ITEM),
                Map.entry("a step", Keys.STEP),
                Map.entry("a write", Keys.WRITE),
                Map.entry("a write of a skipped step", Keys.SKIP_WRITE),
                Map.entry("a consult", Keys.CONSULT),
                Map.entry("a figure", Keys.FIGURE),
                Map.entry("a warning", Keys.WARNING),
                Map.entry("a section", Keys.SECTION),
                Map.entry("an agent", Keys.AGENT),
                Map.entry("a method", Keys.METHOD),
                Map.entry("a point", Keys.POINT),
                Map.entry("an ask", Keys.ASK),
                Map.entry("an option", Keys.OPTION),
                Map.entry("a recommendation", Keys.RECOMMENDATION),
                Map.entry("a test of an answer", Keys.TEST)));
  }

  @Test
  void theSmallPackCanBeRead() throws IOException {
    List<String> blocks =
        BLOCK.matcher(guide()).results().map(block -> block.group(1) + "\n").toList();
    write("prompts/hello/1.0.0/workflow.yaml", blocks.get(0));
    write("prompts/hello/1.0.0/steps/talk.md", blocks.get(1));
    write("prompts/hello/1.0.0/agents/host.md", blocks.get(2));
    write("templates/hello/1.0.0/note.md", blocks.get(3));

    PacksRead read = Packs.read(List.of(root));

    assertThat(read.problems()).isEmpty();
    assertThat(read.workflows().getFirst().first().writes().getFirst().asks())
        .containsExactlyInAnyOrder("who", "channel", "count");
    assertThat(read.workflows().getFirst().figure("hours")).isPresent();
    assertThat(read.workflows().getFirst().warnings()).hasSize(1);
    assertThat(read.workflows().getFirst().first().agent()).isEqualTo("host");
  }

  private void write(String file, String text) throws IOException {
    Path to = root.resolve(file);
    Files.createDirectories(to.getParent());
    Files.writeString(to, text);
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("..", "docs", "authoring.md"));
  }
}
