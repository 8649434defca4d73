package dev.aiwf.knowledge.tools;

/** A call that can't be answered. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Answer.Failed answer;

  Failure(Answer.Failed answer) {
    super(answer.message(), null, false, false);
    this.answer = answer;
  }

  Answer.Failed answer() {
    return answer;
  }
}
