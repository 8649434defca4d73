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

  List<Path> roots() throws Settings.Wrong {
    return roots(folder, System.getenv());
  }

  /** The settings are read only where they are needed: a wrong one is no reason to play nothing. */
  static List<Path> roots(@Nullable Path folder, Map<String, String> environment)
      throws Settings.Wrong {
    return folder == null ? Settings.from(environment, Main.properties()).packs() : List.of(folder);
  }

  List<Path> roots(Settings settings) {
    return folder == null ? settings.packs() : List.of(folder);
  }
}
