package dev.aiwf.core.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that a template may name between its braces. */
public sealed interface Placeholder {

  /** What may follow it after a dot, or stand in a section of it. */
  Map<String, Placeholder> parts();

  /** Words that are printed; a section of them stands if there are any. */
  record Word(Map<String, Placeholder> parts) implements Placeholder {
    public Word {
      parts = ordered(parts);
    }
  }

  /** Not printed itself, only its parts are. */
  record Group(Map<String, Placeholder> parts) implements Placeholder {
    public Group {
      parts = ordered(parts);
    }
  }

  /** Opens a section or not. */
  record Flag() implements Placeholder {
    @Override
    public Map<String, Placeholder> parts() {
      return Map.of();
    }
  }

  /** Opens a section once for each item; with none, its inverted section stands. */
  record Each(Placeholder item) implements Placeholder {
    @Override
    public Map<String, Placeholder> parts() {
      return Map.of();
    }
  }

  private static Map<String, Placeholder> ordered(Map<String, Placeholder> parts) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }
}
