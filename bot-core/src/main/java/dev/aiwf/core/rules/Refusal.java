package dev.aiwf.core.rules;

import org.jspecify.annotations.Nullable;

/**
 * Why a command changed nothing.
 *
 * @param kind what sort of no it is
 * @param sentence what the sender is told: what is so, and what to do
 * @param field the field that is wrong, if it is about one
 */
public record Refusal(Kind kind, String sentence, @Nullable String field) {

  /** What sort of no it is. */
  public enum Kind {
    /** It can't be done now. */
    CONFLICT,
    /** This person may not. */
    FORBIDDEN,
    /** A value is wrong. */
    INVALID,
    /** There is no such thing. */
    NOT_FOUND
  }

  /** It can't be done now. */
  public static Refusal conflict(String sentence) {
    return new Refusal(Kind.CONFLICT, sentence, null);
  }

  /** This person may not. */
  public static Refusal forbidden(String sentence) {
    return new Refusal(Kind.FORBIDDEN, sentence, null);
  }

  /** A value is wrong. */
  public static Refusal invalid(String field, String sentence) {
    return new Refusal(Kind.INVALID, sentence, field);
  }
}
