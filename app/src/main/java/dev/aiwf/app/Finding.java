package dev.aiwf.app;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param check what was looked at
 * @param state how it is
 * @param says what was found
 * @param cure what to do, where something is to be done
 */
record Finding(String check, State state, String says, @Nullable String cure) {

  /** How something is. */
  enum State {
    /** As it should be. */
    GOOD("ok"),
    /** Not used. */
    OFF("--"),
    /** It works, and somebody should look. */
    CARE("!!"),
    /** It does not work. */
    BAD("NO");

    private final String sign;

    State(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  static Finding good(String check, String says) {
    return new Finding(check, State.GOOD, says, null);
  }

  static Finding off(String check, String says, String cure) {
    return new Finding(check, State.OFF, says, cure);
  }

  static Finding care(String check, String says, String cure) {
    return new Finding(check, State.CARE, says, cure);
  }

  static Finding bad(String check, String says, String cure) {
    return new Finding(check, State.BAD, says, cure);
  }

  /** A line for people. */
  String line() {
    String line = "%s  %-9s %s".formatted(state.sign(), check, says);
    return cure == null ? line : line + "\n" + " ".repeat(14) + cure;
  }
}
