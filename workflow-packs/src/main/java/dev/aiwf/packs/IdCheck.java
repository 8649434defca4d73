package dev.aiwf.packs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Each ask and each figure has its own name in the whole pack, and so has each warning and each
 * section of prose.
 */
final class IdCheck {

  private record First(String what, Source source) {}

  private final Map<String, First> named = new HashMap<>();
  private final Map<String, First> warnings = new HashMap<>();
  private final Map<String, First> sections = new HashMap<>();

  private IdCheck() {}

  static void check(List<StepFile> steps) {
    IdCheck check = new IdCheck();
    for (StepFile step : steps) {
      step.asks()
          .forEach(
              found -> once(check.named, found.ask().id(), "an ask", step.source(), found.line()));
      step.figures()
          .forEach(found ->
              once(check.named, found.figure().id(), "a figure", step.source(), found.line()));
      step.warnings()
          .forEach(found ->
              once(check.warnings, found.warning().id(), "a warning", step.source(), found.line()));
      step.sections()
          .forEach(found ->
              once(check.sections, found.section().id(), "a section", step.source(), found.line()));
    }
  }

  private static void once(
      Map<String, First> seen, String id, String what, Source source, int line) {
    First first = id.isEmpty() ? null : seen.putIfAbsent(id, new First(what, source));
    if (first != null) {
      source.problem(
          line,
          "There is %s \"%s\" already, in %s.".formatted(first.what(), id, first.source().name()));
    }
  }
}
