package dev.aiwf.artifacts.git;

import org.jspecify.annotations.Nullable;

/** What both sides of a merge began from. */
final class Beginning {

  static final Beginning NOTHING = new Beginning(null, 0);

  private final byte @Nullable [] bytes;
  private final long number;

  Beginning(byte @Nullable [] bytes, long number) {
    this.bytes = bytes;
    this.number = number;
  }

  /** The file as it was rendered; none if it was not. */
  byte @Nullable [] bytes() {
    return bytes;
  }

  /** As of which number of the journal; 0 if there was nothing. */
  long number() {
    return number;
  }
}
