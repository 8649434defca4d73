package dev.aiwf.artifacts.git;

import java.io.IOException;

/** Something that the program itself refuses in the midst of talking to another. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean forGood;

  private Refused(String sentence, boolean forGood) {
    super(sentence);
    this.forGood = forGood;
  }

  /** It would be refused again. */
  static Refused forGood(String sentence) {
    return new Refused(sentence, true);
  }

  /** It may be otherwise later. */
  static Refused now(String sentence) {
    return new Refused(sentence, false);
  }

  boolean isForGood() {
    return forGood;
  }
}
