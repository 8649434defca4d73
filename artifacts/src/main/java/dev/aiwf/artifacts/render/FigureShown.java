package dev.aiwf.artifacts.render;

import static dev.aiwf.artifacts.render.Shown.words;

import dev.aiwf.core.project.Known;
import dev.aiwf.core.rules.Reckoning;
import dev.aiwf.core.workflow.Amounts;
import dev.aiwf.core.workflow.Figure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A figure as it stands in documents: with its formula, its numbers and what was assumed. */
record FigureShown(Figure figure, Known known) {

  Shown shown() {
    Optional<Known.Worked> worked = known.worked(figure);
    Map<String, Object> parts = parts();
    return worked
        .<Shown>map(w -> new Shown.Thing(value(w), with(parts, w)))
        .orElseGet(() -> new Shown.Open(parts));
  }

  /** As one of a list; nothing if it can't be worked out. */
  Optional<Shown> listed() {
    return known
        .worked(figure)
        .map(worked -> {
          Map<String, Object> parts = with(parts(), worked);
          parts.put("id", words(figure.id()));
          parts.put("value", value(worked));
          return new Shown.Thing(null, parts);
        });
  }

  private Map<String, Object> parts() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("title", words(figure.title()));
    parts.put("unit", words(figure.unit()));
    parts.put("formula", words(Reckoning.formula(figure)));
    return parts;
  }

  private static Map<String, Object> with(Map<String, Object> parts, Known.Worked worked) {
    Map<String, Object> more = new LinkedHashMap<>(parts);
    more.put("unit", words(unit(worked.value(), worked.figure().unit())));
    more.put("worked", words(Reckoning.worked(worked)));
    more.put("assumed", Reckoning.assumptions(worked).stream().map(Shown::words).toList());
    return more;
  }

  /** A unit as it stands beside a number: one minute, two minutes. */
  static String unit(BigDecimal number, @Nullable String unit) {
    return unit == null
        ? ""
        : Amounts.of(number, unit).substring(Amounts.grouped(number).length() + 1);
  }

  private static Shown value(Known.Worked worked) {
    return new Shown.Figure(worked.value());
  }
}
