package dev.aiwf.core.scenario;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happens in a scenario, or is looked at. */
public sealed interface Beat {

  /** The line it stands on. */
  int line();

  /** Somebody does something. */
  record Does(int line, String person, Move move) implements Beat {}

  /** Time passes, and what is due by then happens. */
  record Wait(int line, Duration time) implements Beat {}

  /**
   * From now on the repository can't be used, or can again.
   *
   * @param refusal why it can't; none if it can
   */
  record Repository(int line, @Nullable String refusal) implements Beat {}

  /**
   * The architect answers what it was last asked.
   *
   * @param replies what its model answers to one request after the other
   */
  record Answers(int line, List<Reply> replies) implements Beat {
    public Answers {
      replies = List.copyOf(replies);
    }
  }

  /** All of this must be so. */
  record Expect(int line, List<Check> checks) implements Beat {
    public Expect {
      checks = List.copyOf(checks);
    }
  }
}
