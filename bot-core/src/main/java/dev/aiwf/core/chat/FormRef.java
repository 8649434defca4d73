package dev.aiwf.core.chat;

import dev.aiwf.core.workflow.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which form a button opens. What stands in it is worked out when it is opened. */
public sealed interface FormRef {

  /** The asks that are open in a step, or the named ones. */
  record Asks(List<String> asks) implements FormRef {
    public Asks {
      asks = List.copyOf(asks);
    }
  }

  /** A decision's rationale, the option being chosen already. */
  record Decide(String ask, String option) implements FormRef {}

  /** What a verdict needs besides the signature. */
  record Sign(Verdict verdict) implements FormRef {}

  /**
   * Another answer to what was answered before.
   *
   * @param seen the journal number that was seen when it was offered
   */
  record Revise(String ask, long seen) implements FormRef {}

  /** How a warning will be met. */
  record Acknowledge(String warning) implements FormRef {}

  /** What is known already. */
  record Brief() implements FormRef {}

  /** What is to be looked up in the knowledge base. */
  record Consult() implements FormRef {}

  /** What came of looking at a decision once more. */
  record Note(String ask, @Nullable String method) implements FormRef {}

  /** What shows that a condition of a gate was met. */
  record Meet(String step, String condition) implements FormRef {}

  /** Who must sign a gate, more strictly. */
  record Policy(String step) implements FormRef {}
}
