package dev.aiwf.core.project;

import dev.aiwf.core.workflow.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was put forward, until a person takes or leaves it: answers that were written elsewhere than
 * in the channel, or what the architect advises or drafted.
 *
 * @param id what buttons and messages know it by
 * @param from the file or the talk it comes from
 * @param suggestions the answers that taking it would give
 * @param advice the decision that taking it would take; none if it is none
 * @param prose the text that taking it would keep; none if it is none
 * @param turns how many answers of the architect there were before it
 */
public record Proposal(
    String id,
    String from,
    List<Suggestion> suggestions,
    @Nullable Advice advice,
    @Nullable Prose prose,
    int turns) {

  /** What proposals are from that were read out of the brief. */
  public static final String BRIEF = "brief";

  public Proposal {
    suggestions = List.copyOf(suggestions);
  }

  /** Answers that were written into a file. */
  public Proposal(String id, String from, List<Suggestion> suggestions) {
    this(id, from, suggestions, null, null, 0);
  }

  /** Answers that were read out of the brief, each with the words that say so. */
  public boolean ofBrief() {
    return from.equals(BRIEF);
  }

  /**
   * A value that an ask could be answered with.
   *
   * @param quote the words that say so; none where the value itself was written
   */
  public record Suggestion(String ask, Value value, @Nullable String quote) {

    /** A value that was written as it is. */
    public Suggestion(String ask, Value value) {
      this(ask, value, null);
    }
  }
}
