package dev.aiwf.engine;

/** The database can't be used as it is; the message tells an operator what to do. */
public final class UnusableDatabase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableDatabase(String message, Throwable cause) {
    super(message, cause);
  }
}
