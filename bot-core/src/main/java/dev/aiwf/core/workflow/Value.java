package dev.aiwf.core.workflow;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An answer's value, of the type its ask demands. */
public sealed interface Value {

  /** The value as a person reads it, without the option's label. */
  String text();

  record Text(String text) implements Value {}

  record Number(BigDecimal number) implements Value {
    @Override
    public String text() {
      return number.stripTrailingZeros().toPlainString();
    }

    /** Numbers are equal by what they amount to: 300 and 300.0 are one answer. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Number(var that) && number.compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
      return number.stripTrailingZeros().hashCode();
    }
  }

  record Choice(String key) implements Value {
    @Override
    public String text() {
      return key;
    }
  }

  record Items(List<String> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return String.join("; ", items);
    }
  }

  record Table(List<Map<String, String>> rows) implements Value {
    public Table {
      // Not Map.copyOf: columns keep the order in which they were given.
      rows =
          rows.stream().map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row))).toList();
    }

    @Override
    public String text() {
      return rows.stream()
          .map(row ->
              row.values().stream()
                  .filter(cell -> !cell.isEmpty())
                  .collect(Collectors.joining(", ")))
          .collect(Collectors.joining("; "));
    }
  }

  /**
   * What was decided.
   *
   * @param choice the option's key
   * @param rationale why; empty where nobody gave a reason
   */
  record Decision(String choice, String rationale) implements Value {
    @Override
    public String text() {
      return choice;
    }
  }
}
