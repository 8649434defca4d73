package dev.aiwf.core.scenario;

/** Somebody is to do what can't be done in this state. */
final class Stuck extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String instead;

  Stuck(String expected, String instead) {
    super(expected + ", but " + instead, null, false, false);
    this.expected = expected;
    this.instead = instead;
  }

  String expected() {
    return expected;
  }

  String instead() {
    return instead;
  }
}
