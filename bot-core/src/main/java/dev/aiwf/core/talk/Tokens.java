package dev.aiwf.core.talk;

/**
 * How many tokens a text comes to, at most. Every model counts in its own way; this is rounded up,
 * for it only keeps what is sent within bounds, and what was spent is as the provider counts.
 */
final class Tokens {

  private static final int CHARACTERS = 3;

  private Tokens() {}

  static int of(String text) {
    return text.length() / CHARACTERS + 4;
  }

  /** As much of the beginning as fits. */
  static String upTo(String text, int tokens) {
    int most = Math.max(0, (tokens - 4) * CHARACTERS);
    return text.length() <= most ? text : text.substring(0, most).strip() + " …";
  }
}
