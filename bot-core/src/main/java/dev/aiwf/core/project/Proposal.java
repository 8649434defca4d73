package dev.aiwf.core.project;

import dev.aiwf.core.workflow.Value;
import java.util.List;

/**
 * Answers that somebody put forward elsewhere than in the channel, until a person takes or leaves
 * them.
 *
 * @param id what buttons and messages know it by
 * @param from the file they were written into
 * @param suggestions what was put forward
 */
public record Proposal(String id, String from, List<Suggestion> suggestions) {

  public Proposal {
    suggestions = List.copyOf(suggestions);
  }

  /** A value that an ask could be answered with. */
  public record Suggestion(String ask, Value value) {}
}
