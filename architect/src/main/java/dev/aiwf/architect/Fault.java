package dev.aiwf.architect;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a model gave no answer, or only a part of one. Unchecked, for it passes through a library on
 * its way. It never holds what a server said: that may quote keys and people.
 */
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient @Nullable Duration after;

  Fault(Kind kind) {
    this(kind, null, null);
  }

  /**
   * One that says when to come back.
   *
   * @param after how long it wants to be left alone
   */
  Fault(Kind kind, @Nullable Duration after, @Nullable Throwable cause) {
    super(kind.name(), cause);
    this.kind = kind;
    this.after = after;
  }

  Kind kind() {
    return kind;
  }

  Optional<Duration> after() {
    return Optional.ofNullable(after);
  }

  /** What sort of reason. */
  enum Kind {
    UNREACHABLE(2, "can't be reached", Cure.TIME),
    LATE(1, "takes too long", Cure.TIME),
    BUSY(3, "takes no more requests at the moment", Cure.TIME),
    DOWN(3, "is out of order", Cure.TIME),
    EMPTY(2, "said nothing", Cure.TIME),
    CUT(2, "broke off", Cure.TIME),
    /** What came is not what a model says. */
    BROKEN(2, "sent something that is no answer", Cure.TIME),
    REFUSED(1, "declined to answer this", Cure.OTHER_WORDS),
    LONG(1, "was given more than it can read", Cure.OTHER_WORDS),
    /** The turn of talk has used up what it may. */
    SPENT(1, "would take more than one answer may cost", Cure.OTHER_WORDS),
    KEY(1, "does not take the key it was shown", Cure.OPERATOR),
    UNKNOWN(1, "is not known where it was asked for", Cure.OPERATOR),
    UNPAID(1, "is not paid for any more", Cure.OPERATOR),
    WRONG(1, "did not take the request", Cure.OPERATOR);

    private final int tries;
    private final String happened;
    private final Cure cure;

    Kind(int tries, String happened, Cure cure) {
      this.tries = tries;
      this.happened = happened;
      this.cure = cure;
    }

    /** How often a request is made that ends so. */
    int tries() {
      return tries;
    }

    /** What the model did, to be said of it. */
    String happened() {
      return happened;
    }

    Cure cure() {
      return cure;
    }

    /** Whether the provider may have counted it though nothing was heard. */
    boolean mayCost() {
      return switch (this) {
        case LATE, EMPTY, CUT, BROKEN, REFUSED -> true;
        case UNREACHABLE, BUSY, DOWN, LONG, SPENT, KEY, UNKNOWN, UNPAID, WRONG -> false;
      };
    }
  }

  /** What ends a fault. */
  enum Cure {
    TIME,
    OTHER_WORDS,
    OPERATOR
  }
}
