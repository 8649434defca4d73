package dev.aiwf.slack;

/**
 * An event could not be stored. It is thrown because Bolt acknowledges an event whatever its
 * listener answers, unless the listener throws.
 */
final class NotTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotTaken(Throwable cause) {
    super(cause);
  }
}
