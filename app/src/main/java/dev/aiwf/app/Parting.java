package dev.aiwf.app;

import java.util.List;
import java.util.Optional;

/** Where two texts part that should be the same. */
final class Parting {

  private Parting() {}

  /** The first line that differs, with what was kept and what came. */
  static Optional<String> of(String name, String kept, String came) {
    if (kept.equals(came)) {
      return Optional.empty();
    }
    List<String> before = kept.lines().toList();
    List<String> now = came.lines().toList();
    int line = 0;
    while (line < before.size() && line < now.size() && before.get(line).equals(now.get(line))) {
      line++;
    }
    return Optional.of(
        "%s:%d: The transcript is another one. `--write` keeps the new one.\n  kept      %s\n  instead   %s\n"
            .formatted(name, line + 1, at(before, line), at(now, line)));
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "(its end)";
  }
}
