package dev.aiwf.core.port;

/**
 * A place in which nothing at all can be shown until somebody puts something right: it is closed,
 * or its doors are. The message says what.
 */
public final class Unreachable extends NotEver {
  private static final long serialVersionUID = 1L;

  public Unreachable(String message) {
    super(message);
  }
}
