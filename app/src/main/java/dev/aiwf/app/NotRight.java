package dev.aiwf.app;

/** A value is not right; the message is a sentence that says what would be. */
final class NotRight extends Exception {
  private static final long serialVersionUID = 1L;

  NotRight(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
