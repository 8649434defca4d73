package dev.aiwf.core.rules;

import dev.aiwf.core.project.Known;
import dev.aiwf.core.workflow.Amounts;
import dev.aiwf.core.workflow.Figure;
import java.math.BigDecimal;
import java.util.List;

/** How a figure was worked out, in words and in numbers, so that anybody can check it. */
public final class Reckoning {

  private Reckoning() {}

  /** The formula with the names of what it reckons with. */
  public static String formula(Figure figure) {
    return figure.formula().text(Reckoning::readable);
  }

  /** The formula with the numbers in it. */
  public static String worked(Known.Worked worked) {
    return worked
        .figure()
        .formula()
        .text(name -> {
          BigDecimal amount = worked.amounts().get(name);
          return amount == null ? readable(name) : Amounts.grouped(amount);
        });
  }

  /** What was assumed because nobody answered it, each with its number; empty if nothing was. */
  public static String assumed(Known.Worked worked) {
    return worked.assumed().isEmpty() ? "" : "assuming " + String.join(", ", assumptions(worked));
  }

  /** Each thing that was assumed, with its number. */
  public static List<String> assumptions(Known.Worked worked) {
    return worked.assumed().entrySet().stream()
        .map(assumed -> readable(assumed.getKey()) + " " + Amounts.grouped(assumed.getValue()))
        .toList();
  }

  /** The name of an ask or a figure as it stands in a formula. */
  public static String readable(String name) {
    return name.replace('_', ' ');
  }
}
