package dev.aiwf.engine.backup;

import org.jspecify.annotations.Nullable;

/** A backup could not be made or taken up; the message says what was kept and what to do. */
public final class BackupTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackupTrouble(String sentence) {
    this(sentence, null);
  }

  BackupTrouble(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence for people. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
