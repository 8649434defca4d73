package dev.aiwf.core.rules;

import dev.aiwf.core.project.Input;
import dev.aiwf.core.rules.Reading.NotUnderstood;
import dev.aiwf.core.rules.Reading.Understood;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds what people give as an answer against what the ask demands. */
public final class Reader {

  private static final int LONGEST_ITEM = 1_000;
  private static final int LONGEST_RATIONALE = 4_000;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

  private Reader() {}

  /** Understands an answer to an ask, or says why not. */
  public static Reading read(Ask ask, Input input) {
    return switch (ask.type()) {
      case AskType.Text text -> text(text, input);
      case AskType.Number number -> number(number, input);
      case AskType.Choice choice -> choice(choice, input);
      case AskType.Items items -> items(items, input);
      case AskType.Table table -> table(table, input);
      case AskType.Decision decision -> decision(decision, input);
    };
  }

  private static Reading text(AskType.Text type, Input input) {
    if (!(input instanceof Input.Text(var typed))) {
      return no("This takes text.");
    }
    String clean = Clean.lines(typed);
    if (clean.isEmpty()) {
      return no("This is empty.");
    }
    if (clean.length() > type.max()) {
      return no(
          "That is %,d characters; up to %,d fit here.".formatted(clean.length(), type.max()));
    }
    return new Understood(new Value.Text(clean));
  }

  private static Reading number(AskType.Number type, Input input) {
    Optional<BigDecimal> read =
        switch (input) {
          case Input.Number(var number) -> Optional.of(number);
          case Input.Text(var typed) -> Numbers.read(typed);
          case Input.Items _, Input.Rows _, Input.Decision _ -> Optional.empty();
        };
    if (read.isEmpty()) {
      return no(
          input instanceof Input.Text(var typed)
              ? "I found no number in \"%s\". Type one, like 300 or 10k."
                  .formatted(Clean.excerpt(typed))
              : "This takes a number, like 300.");
    }
    BigDecimal number = read.get();
    if (!Numbers.reasonable(number)) {
      return no("That number is too large or too long to be kept.");
    }
    String unit = type.unit() == null ? "" : " " + type.unit();
    if (type.min() != null && number.compareTo(type.min()) < 0) {
      return no("That is below %s%s, the least that fits here.".formatted(type.min(), unit));
    }
    if (type.max() != null && number.compareTo(type.max()) > 0) {
      return no("That is above %s%s, the most that fits here.".formatted(type.max(), unit));
    }
    return new Understood(new Value.Number(number));
  }

  private static Reading choice(AskType type, Input input) {
    return switch (input) {
      case Input.Text(var typed) ->
          option(type, typed)
              .<Reading>map(option -> new Understood(new Value.Choice(option.key())))
              .orElseGet(() -> notOffered(type, typed));
      case Input.Number(var number) -> choice(type, new Input.Text(number.toPlainString()));
      case Input.Items _, Input.Rows _, Input.Decision _ ->
          no("This takes one of: " + labels(type) + ".");
    };
  }

  private static Reading decision(AskType.Decision type, Input input) {
    String choice;
    String rationale;
    switch (input) {
      case Input.Decision decision -> {
        choice = decision.choice();
        rationale = Clean.lines(decision.rationale());
      }
      case Input.Text(var typed) -> {
        choice = typed;
        rationale = "";
      }
      case Input.Number _, Input.Items _, Input.Rows _ -> {
        return no("A decision is one of: " + labels(type) + ", with a rationale.");
      }
    }
    if (rationale.length() > LONGEST_RATIONALE) {
      return no(
          "The rationale has %,d characters; up to %,d fit."
              .formatted(rationale.length(), LONGEST_RATIONALE));
    }
    return option(type, choice)
        .<Reading>map(option -> new Understood(new Value.Decision(option.key(), rationale)))
        .orElseGet(() -> notOffered(type, choice));
  }

  private static Reading items(AskType.Items type, Input input) {
    List<String> lines =
        switch (input) {
          case Input.Items(var items) -> items;
          case Input.Text(var typed) -> List.of(Clean.lines(typed).split("\n|;"));
          case Input.Number(var number) -> List.of(number.toPlainString());
          case Input.Rows _, Input.Decision _ -> List.of();
        };
    List<String> clean = lines.stream().map(Clean::line).filter(line -> !line.isEmpty()).toList();
    if (clean.isEmpty()) {
      return no("This takes a list, one thing to a line.");
    }
    if (clean.size() > type.max()) {
      return no("That is %d lines; up to %d fit here.".formatted(clean.size(), type.max()));
    }
    if (clean.stream().anyMatch(line -> line.length() > LONGEST_ITEM)) {
      return no("One line is longer than %,d characters.".formatted(LONGEST_ITEM));
    }
    return new Understood(new Value.Items(clean));
  }

  private static Reading table(AskType.Table type, Input input) {
    return switch (input) {
      case Input.Rows(var rows) -> rows(type, rows);
      case Input.Text(var typed) -> lines(type, Clean.lines(typed).lines().toList());
      case Input.Number _, Input.Items _, Input.Decision _ ->
          no("This takes rows of: " + String.join(", ", type.columns()) + ".");
    };
  }

  private static Reading rows(AskType.Table type, List<Map<String, String>> rows) {
    Set<String> unknown =
        rows.stream()
            .flatMap(row -> row.keySet().stream())
            .filter(column -> !type.columns().contains(column))
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      return no(
          "There is no column %s; the columns are %s."
              .formatted(
                  Clean.excerpt(unknown.iterator().next()), String.join(", ", type.columns())));
    }
    List<Map<String, String>> full =
        rows.stream()
            .map(row -> inOrder(type, row))
            .filter(row -> row.values().stream().anyMatch(cell -> !cell.isEmpty()))
            .toList();
    if (full.isEmpty()) {
      return no("This takes rows of: " + String.join(", ", type.columns()) + ".");
    }
    if (full.size() > type.max()) {
      return no("That is %d rows; up to %d fit here.".formatted(full.size(), type.max()));
    }
    if (full.stream()
        .flatMap(row -> row.values().stream())
        .anyMatch(cell -> cell.length() > LONGEST_ITEM)) {
      return no("One cell is longer than %,d characters.".formatted(LONGEST_ITEM));
    }
    return new Understood(new Value.Table(full));
  }

  private static Map<String, String> inOrder(AskType.Table type, Map<String, String> row) {
    Map<String, String> ordered = new LinkedHashMap<>();
    type.columns().forEach(column -> ordered.put(column, Clean.line(row.getOrDefault(column, ""))));
    return ordered;
  }

  /** A line is cut at bars; where it has none, at commas, if that gives just as many cells. */
  private static Reading lines(AskType.Table type, List<String> lines) {
    for (String line : lines) {
      int found = parts(type, line).length;
      if (found < 2 && type.columns().size() > 1) {
        return no(
            "I found 1 of %d columns in \"%s\". Put a bar between them: %s."
                .formatted(
                    type.columns().size(),
                    Clean.excerpt(line),
                    String.join(" | ", type.columns())));
      }
      if (found > type.columns().size()) {
        return no(
            "There are %d cells in \"%s\", and %d columns: %s."
                .formatted(
                    found,
                    Clean.excerpt(line),
                    type.columns().size(),
                    String.join(" | ", type.columns())));
      }
    }
    return rows(type, lines.stream().map(line -> cells(type, line)).toList());
  }

  private static String[] parts(AskType.Table type, String line) {
    String[] commas = line.split(", ", -1);
    return line.indexOf('|') < 0 && commas.length == type.columns().size()
        ? commas
        : line.split("\\|", -1);
  }

  private static Map<String, String> cells(AskType.Table type, String line) {
    String[] parts = parts(type, line);
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < type.columns().size(); i++) {
      row.put(type.columns().get(i), i < parts.length ? parts[i] : "");
    }
    return row;
  }

  /** By key, by label, by its place in the list, or by a beginning that only one option has. */
  private static Optional<AskType.Option> option(AskType type, String typed) {
    String wanted = fold(typed);
    Optional<AskType.Option> exact =
        type.options().stream()
            .filter(o -> fold(o.key()).equals(wanted) || fold(o.label()).equals(wanted))
            .findFirst();
    if (exact.isPresent() || wanted.isEmpty()) {
      return exact;
    }
    if (wanted.matches("\\d{1,2}")) {
      int place = Integer.parseInt(wanted);
      return place >= 1 && place <= type.options().size()
          ? Optional.of(type.options().get(place - 1))
          : Optional.empty();
    }
    List<AskType.Option> beginning =
        type.options().stream()
            .filter(o -> fold(o.key()).startsWith(wanted) || fold(o.label()).startsWith(wanted))
            .toList();
    return beginning.size() == 1 ? Optional.of(beginning.getFirst()) : Optional.empty();
  }

  private static String fold(String text) {
    return BETWEEN_WORDS
        .matcher(Clean.lines(text).toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .strip();
  }

  private static Reading notOffered(AskType type, String typed) {
    return no(
        "\"%s\" is not offered here. Choose one of: %s."
            .formatted(Clean.excerpt(typed), labels(type)));
  }

  private static String labels(AskType type) {
    return type.options().stream().map(AskType.Option::label).collect(Collectors.joining(", "));
  }

  private static Reading no(String why) {
    return new NotUnderstood(why);
  }
}
