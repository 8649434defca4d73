package dev.aiwf.knowledge.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tool was called with, read by name and type. */
final class Arguments {

  private static final int LONGEST = 1_000;
  private static final int MOST = 50;

  private final Map<String, ?> values;

  private Arguments(Map<String, ?> values) {
    this.values = values;
  }

  /** These, which must all be known. */
  static Arguments of(Map<String, ?> values, Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw wrong(
            name,
            "There is no argument \"%s\"; there are: %s."
                .formatted(shortened(name), String.join(", ", known)));
      }
    }
    return new Arguments(values);
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> wrong(name, "\"%s\" is missing or empty.".formatted(name)));
  }

  Optional<String> optionalText(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    String text = words(name, value);
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }

  List<String> texts(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw wrong(name, "\"%s\" takes a list of words.".formatted(name));
    }
    if (list.size() > MOST) {
      throw wrong(name, "\"%s\" takes %d at most.".formatted(name, MOST));
    }
    List<String> texts = new ArrayList<>();
    for (Object one : list) {
      texts.add(words(name, one));
    }
    return texts;
  }

  private static String words(String name, @Nullable Object value) {
    if (!(value instanceof String text)) {
      throw wrong(name, "\"%s\" takes words.".formatted(name));
    }
    if (text.length() > LONGEST) {
      throw wrong(name, "\"%s\" has %,d characters at most.".formatted(name, LONGEST));
    }
    return text;
  }

  int number(String name, int most, int otherwise) {
    Object value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Number number
        && number.doubleValue() == number.intValue()
        && number.intValue() >= 1
        && number.intValue() <= most) {
      return number.intValue();
    }
    throw wrong(name, "\"%s\" takes a whole number from 1 to %d.".formatted(name, most));
  }

  private static Failure wrong(String name, String message) {
    return new Failure(
        new Answer.Failed(
            Answer.Code.VALIDATION_ERROR, message, Map.of("argument", shortened(name)), 0));
  }

  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }
}
