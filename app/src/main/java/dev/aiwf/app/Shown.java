package dev.aiwf.app;

/** Puts what somebody wrote into a message without letting it take the message over. */
final class Shown {

  private static final int LONGEST = 60;

  private Shown() {}

  /** Without anything that a terminal would obey. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }

  /** The same in quotes, and clipped. */
  static String name(String text) {
    String plain = plain(text);
    return '"' + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain) + '"';
  }
}
