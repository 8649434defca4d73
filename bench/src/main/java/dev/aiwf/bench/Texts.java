package dev.aiwf.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Figures as people read them. */
final class Texts {

  static final Charset UTF_8 = StandardCharsets.UTF_8;

  private Texts() {}

  static String time(long nanos) {
    double micros = nanos / 1e3;
    if (micros < 1_000) {
      return String.format(Locale.ROOT, "%.0f µs", micros);
    }
    return micros < 1e6
        ? String.format(Locale.ROOT, micros < 1e4 ? "%.2f ms" : "%.1f ms", micros / 1e3)
        : String.format(Locale.ROOT, "%.2f s", micros / 1e6);
  }

  static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 100 ? "%.1f" : "%,.0f", perSecond);
  }

  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
