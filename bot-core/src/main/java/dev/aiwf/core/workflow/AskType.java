package dev.aiwf.core.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer looks like. */
public sealed interface AskType {

  /** How the type is written in packs and in the API. */
  String key();

  /** The options to choose from; none where an answer is free. */
  default List<Option> options() {
    return List.of();
  }

  /** The option of that key. */
  default Optional<Option> option(String key) {
    return options().stream().filter(option -> option.key().equals(key)).findFirst();
  }

  /** Words. */
  record Text(int max) implements AskType {
    @Override
    public String key() {
      return "text";
    }
  }

  /** A number with its bounds, both inclusive. */
  record Number(@Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable String unit)
      implements AskType {
    @Override
    public String key() {
      return "number";
    }
  }

  /** One of several options. */
  record Choice(List<Option> options) implements AskType {
    public Choice {
      options = List.copyOf(options);
    }

    @Override
    public String key() {
      return "choice";
    }
  }

  /** Several short lines. */
  record Items(int max) implements AskType {
    @Override
    public String key() {
      return "list";
    }
  }

  /** Rows under fixed columns. */
  record Table(List<String> columns, int max) implements AskType {
    public Table {
      columns = List.copyOf(columns);
    }

    @Override
    public String key() {
      return "table";
    }
  }

  /**
   * A choice that is recorded with alternatives, a rationale and what it rests on.
   *
   * @param number what it is called in the log, for example {@code arch-001}
   * @param options what there is to choose from
   * @param restsOn the asks whose answers it follows from
   * @param reference what informed it, as {@code tool:slug}
   */
  record Decision(
      String number, List<Option> options, List<String> restsOn, @Nullable String reference)
      implements AskType {
    public Decision {
      options = List.copyOf(options);
      restsOn = List.copyOf(restsOn);
    }

    @Override
    public String key() {
      return "decision";
    }
  }

  /**
   * Something to choose.
   *
   * @param key how it is recorded
   * @param label how it reads
   * @param help what it is, when it fits, what it costs
   * @param amount the number that stands for it in figures, if any
   */
  record Option(String key, String label, @Nullable String help, @Nullable BigDecimal amount) {

    /** An option that stands for no number. */
    public Option(String key, String label, @Nullable String help) {
      this(key, label, help, null);
    }
  }
}
