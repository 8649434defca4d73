package dev.aiwf.app;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for settings where they may stand: in the environment first, then in aiwf.yaml, and for
 * secrets at last where set-up stored them.
 */
final class Sources {

  static final String FILE = "aiwf.yaml";

  private static final List<String> KEYS =
      Arrays.stream(Setting.values()).flatMap(setting -> setting.keys().stream()).toList();

  private Sources() {}

  static Found find(Map<String, String> environment, Path home) {
    Found found = new Found(home);
    for (Setting setting : Setting.values()) {
      setting.keys().forEach(key -> variable(setting, key, environment, found));
    }
    environment.keySet().stream().sorted().forEach(name -> misspelt(name, found));
    file(found)
        .ifPresent(file -> {
          Found inFile = found.elsewhere();
          SettingsFile.read(file, inFile);
          found.over(inFile);
        });
    Found stored = found.elsewhere();
    SecretFiles.in(new Checks(found).data()).find(stored);
    found.over(stored);
    found.openFiles();
    return found;
  }

  /** An empty variable counts as not set. */
  private static void variable(
      Setting setting, String key, Map<String, String> environment, Found found) {
    String text = environment.getOrDefault(key, "").strip();
    if (!text.isEmpty()) {
      found.add(Given.of(setting, text, new Origin.Environment(key)));
    }
  }

  /** The environment belongs to others too, so this is no more than a hint. */
  private static void misspelt(String name, Found found) {
    if (!KEYS.contains(name)
        && (name.startsWith("AIWF_") || name.startsWith("SLACK_") || name.startsWith("DISCORD_"))) {
      Nearest.to(name, KEYS)
          .ifPresent(
              key -> found.warning("%s is no setting; did you mean %s?".formatted(name, key)));
    }
  }

  /** The file that is named, or the one in the data folder if there is one. */
  private static Optional<Path> file(Found found) {
    Checks checks = new Checks(found);
    Path none = Path.of("");
    Path named = checks.one(Setting.CONFIG, none, checks::path);
    if (!named.equals(none)) {
      return Optional.of(named);
    }
    if (found.given(Setting.CONFIG).isPresent()) {
      return Optional.empty();
    }
    Path usual = checks.data().resolve(FILE);
    // A link that leads nowhere is somebody's mistake, and told as one.
    return Files.exists(usual, LinkOption.NOFOLLOW_LINKS) ? Optional.of(usual) : Optional.empty();
  }
}
