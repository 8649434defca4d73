package dev.aiwf.knowledge.client;

import java.time.Instant;

/** What came of asking a knowledge base. */
sealed interface Heard<T> {

  /** It answered, now or a few minutes ago. */
  record Said<T>(T what) implements Heard<T> {}

  /** It is silent, and this is what it said when it was asked before. */
  record Remembered<T>(T what, Instant since) implements Heard<T> {}

  /**
   * It is silent, and nothing is remembered.
   *
   * @param reached whether it was there and would not answer this
   */
  record Nothing<T>(boolean reached) implements Heard<T> {}
}
