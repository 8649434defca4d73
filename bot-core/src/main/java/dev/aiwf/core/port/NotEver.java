package dev.aiwf.core.port;

import org.jspecify.annotations.Nullable;

/**
 * Something in the world said no, and trying again would not change that. The message is for
 * people.
 */
public sealed class NotEver extends Exception permits Unreachable {
  private static final long serialVersionUID = 1L;

  public NotEver(String message) {
    super(message);
  }

  public NotEver(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
