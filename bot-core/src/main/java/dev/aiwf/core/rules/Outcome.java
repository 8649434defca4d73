package dev.aiwf.core.rules;

import dev.aiwf.core.project.Fact;
import java.util.List;

/** What {@code decide} answers. */
public sealed interface Outcome {

  /** These things happened. */
  record Accepted(List<Fact> facts) implements Outcome {
    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /** Nothing happened, and this is why. */
  record Refused(Refusal refusal) implements Outcome {}

  /** These things happened. */
  static Outcome of(Fact... facts) {
    return new Accepted(List.of(facts));
  }

  /** These things happened. */
  static Outcome of(List<Fact> facts) {
    return new Accepted(facts);
  }

  /** It can't be done now. */
  static Outcome conflict(String sentence) {
    return new Refused(Refusal.conflict(sentence));
  }

  /** This person may not. */
  static Outcome forbidden(String sentence) {
    return new Refused(Refusal.forbidden(sentence));
  }

  /** A value is wrong. */
  static Outcome invalid(String field, String sentence) {
    return new Refused(Refusal.invalid(field, sentence));
  }
}
