package dev.aiwf.engine.rows;

import java.util.Locale;

/** How an effect can end. */
public enum Fate {
  /** What it was for is there. */
  DONE,
  /** It was worth nothing any more. */
  DROPPED,
  /** It can't be done; it is kept for somebody to look at. */
  GIVEN_UP;

  /** As it is stored and counted. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
