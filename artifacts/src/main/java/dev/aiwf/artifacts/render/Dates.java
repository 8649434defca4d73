package dev.aiwf.artifacts.render;

import java.time.Instant;
import java.time.ZoneOffset;

/** Days as documents name them: the same everywhere, whatever the machine's clock is set to. */
final class Dates {

  private Dates() {}

  static Shown.Words day(Instant at) {
    return Shown.words(at.atZone(ZoneOffset.UTC).toLocalDate().toString());
  }
}
