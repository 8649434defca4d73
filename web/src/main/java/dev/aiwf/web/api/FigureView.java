package dev.aiwf.web.api;

import dev.aiwf.core.project.Known;
import dev.aiwf.core.rules.Reckoning;
import dev.aiwf.core.rules.Situation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure that could be worked out, so that anybody can check it. */
record FigureView(
    String id,
    String title,
    BigDecimal value,
    @Nullable String unit,
    String formula,
    String worked,
    List<String> assumed) {

  static List<FigureView> all(Situation here) {
    return here.workflow().figures().stream()
        .flatMap(figure -> here.known().worked(figure).stream())
        .map(FigureView::of)
        .toList();
  }

  private static FigureView of(Known.Worked worked) {
    return new FigureView(
        worked.figure().id(),
        worked.figure().title(),
        worked.value(),
        worked.figure().unit(),
        Reckoning.formula(worked.figure()),
        Reckoning.worked(worked),
        List.copyOf(worked.assumed().keySet()));
  }
}
