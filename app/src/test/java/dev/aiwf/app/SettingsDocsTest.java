package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/settings.md says what the program does. */
class SettingsDocsTest {

  /** Its table is written anew with -Daiwf.docs.write=true. */
  private static final Path PAGE = Path.of("..", "docs", "settings.md");

  private static final String TABLE = "| setting |";
  private static final String EXAMPLE = "```yaml\n";

  @Test
  void theDocumentedSettingsAreTheseSettings() throws IOException {
    String page = Files.readString(PAGE);
    int table = page.contains(TABLE) ? page.indexOf(TABLE) : page.length();
    String right = page.substring(0, table) + SettingsCommand.table();
    if (Boolean.getBoolean("aiwf.docs.write")) {
      Files.writeString(PAGE, right);
    }
    assertThat(PAGE).hasContent(right);
  }

  @Test
  void theDocumentedExampleIsRight() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(EXAMPLE) + EXAMPLE.length();
    String example = page.substring(begin, page.indexOf("```", begin));
    List<FlatYaml.Flaw> flaws = new ArrayList<>();
    List<FlatYaml.Entry> entries = FlatYaml.read(example, flaws);
    assertThat(flaws).isEmpty();
    assertThat(entries).hasSizeGreaterThan(5);
    List<String> known = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      known.addAll(setting.paths());
    }
    assertThat(entries).extracting(FlatYaml.Entry::path).isSubsetOf(known);
  }
}
