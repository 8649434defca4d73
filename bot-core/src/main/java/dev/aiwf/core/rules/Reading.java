package dev.aiwf.core.rules;

import dev.aiwf.core.workflow.Value;

/** What became of an attempt to understand an answer. */
public sealed interface Reading {

  /** It was understood. */
  record Understood(Value value) implements Reading {}

  /**
   * It was not.
   *
   * @param why a sentence that says what was looked for and how to give it
   */
  record NotUnderstood(String why) implements Reading {}
}
