package dev.aiwf.core.scenario;

import dev.aiwf.core.port.Architect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model once answered to one request.
 *
 * @param line the line it stands on
 * @param says its words
 * @param calls the tools it called after them, in order
 * @param tokens what its provider counted; none where it counted nothing
 * @param end how it ended
 * @param meanwhile what people do once its words were heard, and before it ends
 */
public record Reply(
    int line,
    String says,
    List<Architect.Call> calls,
    @Nullable Tokens tokens,
    End end,
    List<Beat.Does> meanwhile) {

  public Reply {
    calls = List.copyOf(calls);
    meanwhile = List.copyOf(meanwhile);
  }

  /** What a provider counted. */
  public record Tokens(int read, int written) {}

  /** How an answer ended, or why it never began. */
  public enum End implements Check.Keyed {
    WHOLE,
    TOO_LONG,
    CUT,
    REFUSED,
    BROKEN,
    LATE,
    UNREACHABLE,
    BUSY,
    DOWN,
    KEY,
    UNPAID
  }
}
