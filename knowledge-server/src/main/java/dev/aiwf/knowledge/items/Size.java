package dev.aiwf.knowledge.items;

import java.util.regex.Pattern;

/** How long a text may be, and what may not be in it. */
enum Size {
  /** A first line, a name. */
  LINE(200),
  /** An entry of a list. */
  ENTRY(600),
  /** A few sentences. */
  PARAGRAPH(2_000),
  /** Where a text can be read. */
  ADDRESS(500),
  /** A program's lines, in which anything may stand. */
  CODE(4_000);

  private static final int MOST_LINES_OF_CODE = 25;
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:script|style|img|a|b|i|p|div|span|br|iframe|svg|table|h[1-6]|ul|ol|li|em|strong"
              + "|input|form|object|embed|link|meta|html|body)(?:\\s[^>]*)?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile("(?:https?|javascript|data):(?://|\\S*,)", Pattern.CASE_INSENSITIVE);

  private final int most;

  Size(int most) {
    this.most = most;
  }

  void check(Report report, int line, String key, String text) {
    if (text.length() > most) {
      report.problem(
          line,
          Problem.Code.TOO_LONG,
          "\"%s\" has %,d characters at most here; this has %,d."
              .formatted(key, most, text.length()));
    }
    if (this == CODE) {
      if (text.lines().count() > MOST_LINES_OF_CODE) {
        report.problem(
            line,
            Problem.Code.TOO_LONG,
            "\"%s\" has %d lines at most.".formatted(key, MOST_LINES_OF_CODE));
      }
    }
    if (this == CODE || this == ADDRESS) {
      return;
    }
    if (TAG.matcher(text).find()) {
      report.problem(line, Problem.Code.MARKUP, "\"%s\" holds HTML; plain words.".formatted(key));
    }
    if (LINK.matcher(text).find()) {
      report.problem(
          line,
          Problem.Code.LINK,
          "\"%s\" links somewhere; an item links to its source only, by its id.".formatted(key));
    }
  }
}
