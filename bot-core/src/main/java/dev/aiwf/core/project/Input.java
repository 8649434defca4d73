package dev.aiwf.core.project;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer as it was given, before it is held against what its ask demands. */
public sealed interface Input {

  /** Something typed. */
  record Text(String text) implements Input {}

  /** A number, where the sender can tell numbers from text. */
  record Number(BigDecimal number) implements Input {}

  /** Several lines. */
  record Items(List<String> items) implements Input {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Rows of named cells. */
  record Rows(List<Map<String, String>> rows) implements Input {
    public Rows {
      rows =
          rows.stream().map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row))).toList();
    }
  }

  /** A choice with its reasons. */
  record Decision(String choice, String rationale) implements Input {}
}
