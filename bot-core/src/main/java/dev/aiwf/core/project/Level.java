package dev.aiwf.core.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of a project is seen in one of its channels. */
public enum Level {
  /** All that is said and asked. */
  EVERYTHING,
  /** Where it stands, what each step came to, what was decided, and the gates. */
  MILESTONES,
  /** Where it stands, and the gates. */
  GATES;

  /** As people type it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level that is typed like this. */
  public static Optional<Level> of(String key) {
    return Arrays.stream(values())
        .filter(level -> level.key().equals(key.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
