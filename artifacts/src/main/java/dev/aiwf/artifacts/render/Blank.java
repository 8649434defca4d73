package dev.aiwf.artifacts.render;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Figure;
import dev.aiwf.core.workflow.Placeholder;
import dev.aiwf.core.workflow.Vocabulary;
import dev.aiwf.core.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a template may name, with nothing known of it: each name stands for its own placeholder
 * and for what fits there.
 */
final class Blank {

  /** Parts that mean the answer itself. */
  private static final Set<String> ITSELF = Set.of("key", "items", "rows", "value");

  private Blank() {}

  static Shown of(Workflow workflow) {
    List<Ask> asks = workflow.steps().stream().flatMap(step -> step.asks().stream()).toList();
    Map<String, String> fits = new LinkedHashMap<>();
    asks.forEach(ask -> fits.put(ask.id(), fits(ask.type())));
    workflow.figures().forEach(figure -> fits.put(figure.id(), fits(figure)));
    Map<String, Object> parts = new LinkedHashMap<>();
    new Vocabulary(asks, workflow.figures(), workflow.sections())
        .root()
        .parts()
        .forEach((name, meant) ->
            parts.put(
                name,
                meant(
                    meant,
                    name.replace('-', '_').toUpperCase(Locale.ROOT),
                    fits.getOrDefault(name, ""))));
    return new Shown.Thing(null, parts);
  }

  private static Object meant(Placeholder meant, String name, String fits) {
    return switch (meant) {
      case Placeholder.Word word ->
          new Shown.Thing(new Shown.Blank(name, fits), parts(word, name, fits));
      case Placeholder.Group group -> new Shown.Thing(null, parts(group, name, fits));
      case Placeholder.Each(var item) -> List.of(meant(item, name, fits));
      case Placeholder.Flag _ -> true;
    };
  }

  private static Map<String, Object> parts(Placeholder of, String name, String fits) {
    Map<String, Object> parts = new LinkedHashMap<>();
    of.parts()
        .forEach((part, meant) ->
            parts.put(
                part,
                ITSELF.contains(part)
                    ? meant(meant, name, fits)
                    : meant(meant, name + "_" + part.toUpperCase(Locale.ROOT), "")));
    return parts;
  }

  private static String fits(AskType type) {
    return switch (type) {
      case AskType.Text _ -> "";
      case AskType.Number number -> number(number);
      case AskType.Choice choice -> keys(choice);
      case AskType.Decision decision -> keys(decision);
      case AskType.Items _ -> "one line for each";
      case AskType.Table _ -> "";
    };
  }

  private static String number(AskType.Number number) {
    StringBuilder fits = new StringBuilder("a number");
    if (number.min() != null && number.max() != null) {
      fits.append(" from ").append(number.min().toPlainString());
      fits.append(" to ").append(number.max().toPlainString());
    } else if (number.min() != null) {
      fits.append(" from ").append(number.min().toPlainString()).append(" on");
    } else if (number.max() != null) {
      fits.append(" up to ").append(number.max().toPlainString());
    }
    return number.unit() == null ? fits.toString() : fits + " (" + number.unit() + ")";
  }

  private static String fits(Figure figure) {
    return figure.unit() == null ? "a number" : "a number (" + figure.unit() + ")";
  }

  private static String keys(AskType type) {
    return type.options().stream().map(AskType.Option::key).collect(Collectors.joining(" | "));
  }
}
