package dev.aiwf.testkit.discord;

/** What Discord says no to, with its status and its own number for it. */
final class Rejected extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  Rejected(int status, int code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** Something in the body is not as it must be. */
  static Rejected form(String detail) {
    return new Rejected(400, 50_035, "Invalid Form Body: " + detail);
  }

  static Rejected unknown(int code, String what) {
    return new Rejected(404, code, "Unknown " + what);
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }
}
