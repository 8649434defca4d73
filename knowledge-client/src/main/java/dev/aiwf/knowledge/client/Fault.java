package dev.aiwf.knowledge.client;

import org.jspecify.annotations.Nullable;

/**
 * Why a knowledge base gave no answer. Unchecked, for it passes through a library on its way; it
 * ends in {@link Base}.
 */
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What sort of reason. */
  enum Kind {
    /** It could not be reached, or broke off: the next try may go well. */
    GONE,
    /** It took too long; whoever asks has waited enough. */
    LATE,
    /** It knows nothing of our session any more. */
    LOST,
    /** It does not speak Streamable HTTP; perhaps it speaks the older way. */
    OTHER_WAY,
    /** It is well, and this it does not answer. */
    REFUSED,
    /** What it said is not what a knowledge base says. */
    BROKEN
  }

  private final Kind kind;

  Fault(Kind kind, String message) {
    this(kind, message, null);
  }

  Fault(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
