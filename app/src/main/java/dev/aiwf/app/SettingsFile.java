package dev.aiwf.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads aiwf.yaml: which settings it holds, and what in it is none. */
final class SettingsFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Every path that may stand in the file. */
  private static final Map<String, Setting> PATHS = paths();

  /** What somebody may write instead of a path. */
  private static final Map<String, String> SPELLINGS = spellings();

  private final Path file;
  private final Found found;

  private SettingsFile(Path file, Found found) {
    this.file = file;
    this.found = found;
  }

  static void read(Path file, Found found) {
    new SettingsFile(file, found).read();
  }

  private void read() {
    List<FlatYaml.Flaw> flaws = new ArrayList<>();
    List<FlatYaml.Entry> entries;
    try {
      String text = SmallFile.read(file);
      entries = FlatYaml.read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, flaws);
    } catch (NotRight e) {
      found.problem("The settings can't be read: " + e.sentence());
      return;
    }
    flaws.forEach(flaw -> problem(flaw.line(), flaw.sentence()));
    entries.forEach(this::take);
    if (entries.stream().anyMatch(SettingsFile::holdsSecret) && isOpenToAll()) {
      found.warning(
          file + " holds a secret and can be read by everybody on this machine: chmod go-r it.");
    }
  }

  private void take(FlatYaml.Entry entry) {
    Setting setting = PATHS.get(entry.path());
    if (setting == null) {
      unknown(entry);
    } else if (entry.list() && setting.kind() != Setting.Kind.SEVERAL) {
      problem(entry.line(), entry.path() + " has one value, not a list.");
    } else if (!entry.values().isEmpty()) {
      Origin origin = new Origin.InFile(file, entry.line(), entry.path());
      found.add(
          entry.list()
              ? new Given(setting, entry.values(), origin)
              : Given.of(setting, entry.values().getFirst(), origin));
    }
  }

  private void unknown(FlatYaml.Entry entry) {
    String section = entry.path() + ".";
    if (PATHS.keySet().stream().anyMatch(path -> path.startsWith(section))) {
      // A section whose keys are all commented out holds nothing.
      if (entry.list() || !entry.values().isEmpty()) {
        problem(entry.line(), entry.path() + " holds keys of its own, as docs/settings.md shows.");
      }
      return;
    }
    for (Setting setting : Setting.values()) {
      if (setting.kind() == Setting.Kind.WHERE
          && entry.path().equals(setting.name().toLowerCase(Locale.ROOT))) {
        problem(
            entry.line(),
            "%s can't stand in this file, for it says where the file is; set %s in the environment."
                .formatted(entry.path(), setting.key()));
        return;
      }
    }
    Optional<String> meant = Nearest.to(entry.path(), SPELLINGS);
    problem(
        entry.line(),
        "%s is no setting%s"
            .formatted(
                Shown.name(entry.path()),
                meant
                    .map(path -> "; did you mean " + path + "?")
                    .orElse("; docs/settings.md lists them.")));
  }

  private static boolean holdsSecret(FlatYaml.Entry entry) {
    Setting setting = PATHS.get(entry.path());
    return setting != null
        && setting.kind() == Setting.Kind.SECRET
        && setting.path().equals(Optional.of(entry.path()))
        && !entry.values().isEmpty();
  }

  private boolean isOpenToAll() {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private void problem(int line, String sentence) {
    found.problem("%s, line %d: %s".formatted(file, line, sentence));
  }

  private static Map<String, Setting> paths() {
    Map<String, Setting> paths = new HashMap<>();
    for (Setting setting : Setting.values()) {
      setting.paths().forEach(path -> paths.put(path, setting));
    }
    return Map.copyOf(paths);
  }

  /** The path itself, its last word alone, and the variable's name. */
  private static Map<String, String> spellings() {
    Map<String, String> spellings = new HashMap<>();
    for (Setting setting : Setting.values()) {
      for (int i = 0; i < setting.paths().size(); i++) {
        String path = setting.paths().get(i);
        spellings.put(path.substring(path.indexOf('.') + 1), path);
        spellings.put(setting.keys().get(i), path);
      }
    }
    PATHS.keySet().forEach(path -> spellings.put(path, path));
    return Map.copyOf(spellings);
  }
}
