package dev.aiwf.core.workflow;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number that is worked out from answers and shown with its formula, so that anybody can check
 * it.
 *
 * @param id its name in the pack
 * @param title what people call it
 * @param formula how it is worked out
 * @param unit of what
 * @param digits how many digits stand after the point
 * @param assume what is reckoned with where an answer is missing; said wherever it is
 * @param when what must hold for it to mean anything; none if it always does
 * @param aside whether it only helps another figure or an answer, and is shown where it is asked
 *     for
 */
public record Figure(
    String id,
    String title,
    Formula formula,
    @Nullable String unit,
    int digits,
    Map<String, BigDecimal> assume,
    @Nullable Condition when,
    boolean aside) {

  public Figure {
    assume = Collections.unmodifiableMap(new LinkedHashMap<>(assume));
  }

  /** A figure that always means something, and is always shown. */
  public Figure(
      String id,
      String title,
      Formula formula,
      @Nullable String unit,
      int digits,
      Map<String, BigDecimal> assume) {
    this(id, title, formula, unit, digits, assume, null, false);
  }
}
