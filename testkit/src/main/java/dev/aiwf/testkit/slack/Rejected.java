package dev.aiwf.testkit.slack;

/** What Slack says no to, with its word for it. */
final class Rejected extends Exception {
  private static final long serialVersionUID = 1L;

  /** Its word for a call that comes too soon. */
  static final String TOO_OFTEN = "ratelimited";

  private final String error;

  Rejected(String error, String detail) {
    super(error + ": " + detail);
    this.error = error;
  }

  String error() {
    return error;
  }
}
