package dev.aiwf.core.rules;

import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was read out of a file: maps, lists, strings, numbers and booleans, in any shape at all. */
final class Plain {

  private static final Reading OTHER_SHAPE =
      new Reading.NotUnderstood("The file has something of another kind there.");

  private Plain() {}

  /** A single thing as text; none if it is not one. */
  static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      // Not written out: a few characters can stand for a number of a million digits.
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      case null, default -> null;
    };
  }

  static String orEmpty(@Nullable Object value) {
    return Objects.toString(text(value), "");
  }

  /** The day that a date or a time begins with. */
  static @Nullable String day(@Nullable Object value) {
    String text = text(value);
    if (text == null || text.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(text.substring(0, 10)).toString();
    } catch (DateTimeException _) {
      return null;
    }
  }

  /** Holds it against what an ask demands. */
  static Reading read(Ask ask, Object value) {
    Input input = input(ask.type(), value);
    return input == null ? OTHER_SHAPE : Reader.read(ask, input);
  }

  private static @Nullable Input input(AskType type, Object value) {
    String text = text(value);
    return switch (type) {
      case AskType.Number _ ->
          value instanceof Number number
              ? new Input.Number(new BigDecimal(number.toString()))
              : typed(text);
      case AskType.Text _ -> typed(text);
      case AskType.Choice choice ->
          text == null
              ? null
              : new Input.Text(Spelling.option(choice, text).map(AskType.Option::key).orElse(text));
      case AskType.Items _ ->
          value instanceof List<?> list
              ? new Input.Items(list.stream().map(Plain::orEmpty).toList())
              : typed(text);
      case AskType.Table _ -> value instanceof List<?> list ? rows(list) : typed(text);
      case AskType.Decision decision -> decision(decision, value);
    };
  }

  private static @Nullable Input typed(@Nullable String text) {
    return text == null ? null : new Input.Text(text);
  }

  private static @Nullable Input rows(List<?> list) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Object each : list) {
      if (!(each instanceof Map<?, ?> map)) {
        return null;
      }
      Map<String, String> row = new LinkedHashMap<>();
      map.forEach((column, cell) -> row.put(String.valueOf(column), orEmpty(cell)));
      rows.add(row);
    }
    return new Input.Rows(rows);
  }

  private static @Nullable Input decision(AskType.Decision type, Object value) {
    String choice = value instanceof Map<?, ?> map ? text(map.get("choice")) : text(value);
    String rationale = value instanceof Map<?, ?> map ? orEmpty(map.get("rationale")) : "";
    return choice == null
        ? null
        : new Input.Decision(
            // A place in the list means nothing to whoever reads a file.
            Spelling.option(type, choice).map(AskType.Option::key).orElse("-"), rationale);
  }

  /** The same, of kinds that every program reads alike. */
  static Object kept(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> kept = new LinkedHashMap<>();
        map.forEach((key, each) -> kept.put(String.valueOf(key), kept(each)));
        yield kept;
      }
      case List<?> list -> list.stream().map(Plain::kept).toList();
      case Integer number -> number;
      case Long number -> number;
      case BigInteger number -> number;
      case BigDecimal number when Numbers.reasonable(number) -> number;
      case Boolean bool -> bool;
      case null -> "";
      default -> value.toString();
    };
  }
}
