package dev.aiwf.core.scenario;

/** Somebody wants the whole program to end; carried out to whoever had this played. */
final class Interrupted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient InterruptedException why;

  Interrupted(InterruptedException why) {
    super(why);
    this.why = why;
  }

  InterruptedException why() {
    return why;
  }
}
