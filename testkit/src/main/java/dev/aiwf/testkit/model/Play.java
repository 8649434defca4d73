package dev.aiwf.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** What a model does with one request, whoever's format it is then put in. */
public sealed interface Play {

  /** It says and calls these, piece by piece. */
  static Answers says(String... pieces) {
    return new Answers(
        Stream.of(pieces).<Beat>map(Beat.Says::new).toList(), Ends.WHOLE, Optional.empty());
  }

  /** It calls a tool; more of them with {@link Answers#and}. */
  static Answers calls(String tool, String json) {
    return says().and(new Beat.Calls(tool, json));
  }

  /** An answer that is a stream. */
  record Answers(List<Beat> beats, Ends end, Optional<Usage> usage) implements Play {

    public Answers {
      beats = List.copyOf(beats);
    }

    public Answers and(Beat beat) {
      List<Beat> more = new ArrayList<>(beats);
      more.add(beat);
      return new Answers(more, end, usage);
    }

    /** It goes on saying. */
    public Answers saying(String piece) {
      return and(new Beat.Says(piece));
    }

    /** It calls a tool besides. */
    public Answers calling(String tool, String json) {
      return and(new Beat.Calls(tool, json));
    }

    /** It does not go on before somebody lets it. */
    public Answers awaiting(CountDownLatch latch) {
      return and(new Beat.Awaits(latch));
    }

    /** It says this again and again, until nobody listens any more. */
    public Answers forever(String piece) {
      return and(new Beat.Forever(piece));
    }

    public Answers ending(Ends how) {
      return new Answers(beats, how, usage);
    }

    /** It says what it counted; otherwise it says nothing of it. */
    public Answers counting(int read, int written) {
      return new Answers(beats, end, Optional.of(new Usage(read, written)));
    }
  }

  /** A refusal. */
  record Fails(Trouble trouble, Optional<String> retryAfter) implements Play {

    /** One that does not say when to come back. */
    public Fails(Trouble trouble) {
      this(trouble, Optional.empty());
    }
  }

  /** Something that no model says. */
  record Raw(String type, String body) implements Play {}

  /** Nothing, not even headers, until somebody lets it; then the connection closes. */
  record Hangs(CountDownLatch until) implements Play {}

  /** One thing after the other in a stream. */
  sealed interface Beat {
    record Says(String text) implements Beat {}

    record Calls(String tool, String json) implements Beat {}

    record Awaits(CountDownLatch latch) implements Beat {}

    record Forever(String text) implements Beat {}
  }

  /** How a stream ends. */
  enum Ends {
    WHOLE,
    TOO_LONG,
    FILTERED,
    /** The connection breaks. */
    CUT,
    /** It closes as if all were well, without the words that end an answer. */
    UNENDED
  }

  /** Why a model refuses. */
  enum Trouble {
    KEY,
    NO_SUCH_MODEL,
    TOO_FAST,
    UNPAID,
    TOO_LONG,
    NOT_UNDERSTOOD,
    OUT_OF_ORDER
  }

  /** Tokens that it counted. */
  record Usage(int read, int written) {}
}
