package dev.aiwf.artifacts.render;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a name in a template stands for. Lists and flags stand for themselves. */
sealed interface Shown {

  /** Somebody's words, or the pack's. */
  record Words(String text) implements Shown {}

  record Figure(BigDecimal number) implements Shown {}

  /** Where something can be read. */
  record Address(String uri) implements Shown {}

  /** A placeholder with what fits there. */
  record Blank(String name, String fits) implements Shown {}

  /**
   * Something with parts.
   *
   * @param printed what is printed for the whole; none if only its parts are
   * @param parts by name: shown things, lists of them, flags
   */
  record Thing(@Nullable Shown printed, Map<String, Object> parts) implements Shown {
    public Thing {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
  }

  /**
   * What is not known yet. No section of it stands.
   *
   * @param parts what is known nonetheless, such as the question
   */
  record Open(Map<String, Object> parts) implements Shown {
    public Open {
      parts = Map.copyOf(parts);
    }
  }

  /**
   * What was never asked, because the depth or another answer leaves it out. No section of it
   * stands.
   */
  record NotAsked(Map<String, Object> parts) implements Shown {
    public NotAsked {
      parts = Map.copyOf(parts);
    }
  }

  /** Nothing is known of it. */
  Open OPEN = new Open(Map.of());

  static Words words(@Nullable String text) {
    return new Words(text == null ? "" : text);
  }
}
