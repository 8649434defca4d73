package dev.aiwf.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command finds its packs: in a folder that is named, or in those of the settings. */
final class PacksOption {

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "holds prompts/ and templates/; otherwise what AIWF_PACKS names")
  private @Nullable Path folder;

  /** The settings are read only where they are needed: a wrong one is no reason to play nothing. */
  List<Path> roots() throws Settings.Wrong {
    return roots(folder, System.getenv());
  }

  /** The folder that is named, or those of the settings. */
  static List<Path> roots(@Nullable Path folder, Map<String, String> environment)
      throws Settings.Wrong {
    return folder == null ? Settings.from(environment, Main.properties()).packs() : List.of(folder);
  }

  /** The same where the settings are read already. */
  List<Path> roots(Settings settings) {
    return folder == null ? settings.packs() : List.of(folder);
  }
}
