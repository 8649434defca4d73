package dev.aiwf.web.pages;

import dev.aiwf.core.rules.Words;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as people say it. */
final class Ago {

  private static final int DAYS_TOLD = 14;

  private Ago() {}

  static String of(Instant at, Instant now) {
    Duration past = Duration.between(at, now);
    if (past.toMinutes() < 1) {
      return "just now";
    }
    if (past.toHours() < 1) {
      return past.toMinutes() + " min ago";
    }
    if (past.toDays() < 1) {
      return past.toHours() + " h ago";
    }
    return past.toDays() < DAYS_TOLD
        ? Words.count((int) past.toDays(), "day") + " ago"
        : Words.day(at);
  }
}
