package dev.aiwf.testkit.model;

import dev.aiwf.testkit.model.Play.Trouble;

/** A request that a provider does not take. */
final class Rejected extends Exception {

  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  Rejected(String message) {
    this(Trouble.NOT_UNDERSTOOD, message);
  }

  Rejected(Trouble trouble, String message) {
    super(message);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
