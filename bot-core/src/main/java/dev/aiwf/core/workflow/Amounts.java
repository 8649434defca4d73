package dev.aiwf.core.workflow;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How numbers read. */
public final class Amounts {

  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");

  private Amounts() {}

  /** With a comma before each three digits, without noughts at the end: 12,000 or 0.75. */
  public static String grouped(BigDecimal number) {
    String plain = number.stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String grouped = THOUSANDS.matcher(whole).replaceAll(",");
    String all = point < 0 ? grouped : grouped + plain.substring(point);
    return all.startsWith("-") ? "−" + all.substring(1) : all;
  }

  /** A number with its unit, which loses its plural for exactly one. */
  public static String of(BigDecimal number, String unit) {
    boolean one = number.compareTo(BigDecimal.ONE) == 0;
    return grouped(number) + " " + (one ? single(unit) : unit);
  }

  /** The first word of a unit is what is counted: "requests a minute" is "request a minute". */
  private static String single(String unit) {
    int space = unit.indexOf(' ');
    String first = space < 0 ? unit : unit.substring(0, space);
    String rest = space < 0 ? "" : unit.substring(space);
    if (first.equals("people")) {
      return "person" + rest;
    }
    if (first.matches("[a-z]+ies")) {
      return first.substring(0, first.length() - 3) + "y" + rest;
    }
    return (first.matches("[a-z]+[^s]s") ? first.substring(0, first.length() - 1) : first) + rest;
  }
}
