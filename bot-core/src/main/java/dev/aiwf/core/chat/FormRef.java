package dev.aiwf.core.chat;

import dev.aiwf.core.workflow.Verdict;
import java.util.List;

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
}
