package dev.aiwf.core.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the number that people mean when they type one. */
final class Numbers {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.])([-+]?\\d[\\d,_'"
              + " ]*(?:\\.\\d+)?)\\s*(?:(k|m|million|thousand)\\b)?(?!\\w*\\d)");
  private static final int MOST_DIGITS = 30;

  private Numbers() {}

  /** The one number in a text; none if there is no number in it, or more than one. */
  static Optional<BigDecimal> read(String typed) {
    String text = Clean.line(typed).toLowerCase(Locale.ROOT);
    if (text.length() > 200) {
      return Optional.empty();
    }
    List<MatchResult> found = NUMBER.matcher(text).results().toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    String digits = found.getFirst().group(1).replaceAll("[,_' ]", "");
    if (digits.length() > 3 * MOST_DIGITS) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(digits).multiply(unit(found.getFirst().group(2))));
  }

  /** Whether a number can be kept and shown without growing to a page of digits. */
  static boolean reasonable(BigDecimal number) {
    return Math.abs((long) number.precision() - number.scale()) <= MOST_DIGITS
        && number.scale() <= MOST_DIGITS
        && number.precision() <= MOST_DIGITS;
  }

  private static BigDecimal unit(String suffix) {
    return switch (suffix) {
      case "k", "thousand" -> BigDecimal.valueOf(1_000);
      case "m", "million" -> BigDecimal.valueOf(1_000_000);
      case null, default -> BigDecimal.ONE;
    };
  }
}
