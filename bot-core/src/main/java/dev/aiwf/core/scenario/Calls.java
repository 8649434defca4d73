package dev.aiwf.core.scenario;

import dev.aiwf.core.port.Architect;
import dev.aiwf.core.rules.Clean;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a call of a tool reads in a transcript. */
final class Calls {

  private static final int SHORT = 80;

  private Calls() {}

  /** A call and its result in a line. */
  static Happening.Used seen(Architect.Call call, Architect.Result result) {
    String first = result.text().lines().findFirst().orElse("").replaceFirst("^- ", "");
    long more = result.text().lines().filter(line -> !line.isBlank()).count() - 1;
    return new Happening.Used(
        call.tool(),
        Clean.shortened(Clean.line(words(call.with())), SHORT),
        Clean.shortened(Clean.line(first), SHORT)
            + (more > 0 ? " and %d more".formatted(more) : ""),
        result.refused());
  }

  /** The names of several, and the words of one. */
  private static String words(Map<String, Object> with) {
    return with.values().stream()
        .flatMap(value ->
            value instanceof List<?> list
                ? list.stream().map(Calls::name)
                : List.of(String.valueOf(value)).stream())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String name(Object value) {
    return value instanceof Map<?, ?> map && !map.isEmpty()
        ? String.valueOf(map.values().iterator().next())
        : String.valueOf(value);
  }
}
