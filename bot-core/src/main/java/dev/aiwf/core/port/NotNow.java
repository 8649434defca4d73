package dev.aiwf.core.port;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something in the world did not work this time and may work later. */
public final class NotNow extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration after;

  /** It may work later. */
  public NotNow(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.after = null;
  }

  /** It was said when to come back. */
  public NotNow(String message, Duration after) {
    super(message);
    this.after = after;
  }

  /** How long to wait, if that was said. */
  public Optional<Duration> after() {
    return Optional.ofNullable(after);
  }
}
