package dev.aiwf.core.port;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who talks where a model is set up: it is told how things stand, may use the tools it is given,
 * and says something. Nothing that it says or calls changes anything by itself.
 */
public interface Architect {

  /** The model it speaks with, as people call it. */
  String model();

  /**
   * One turn of talk: the model answers, uses tools in between, and comes to an end.
   *
   * <p>What helps is tried again, then another model if there is one. What was heard before a try
   * failed is not part of the answer; {@link Listener#hear} starts anew then.
   *
   * @throws Silent where no model answered
   */
  Answer talk(Talk talk, Listener listener) throws Silent, InterruptedException;

  /**
   * All that a turn of talk needs.
   *
   * @param persona whose voice it is and what it may do: the program's own words
   * @param lines what it is told, oldest first
   * @param tools what it may use
   */
  record Talk(String persona, List<Line> lines, List<Tool> tools, Limits limits) {
    public Talk {
      lines = List.copyOf(lines);
      tools = List.copyOf(tools);
    }
  }

  /**
   * One piece of what it is told. Only the program's own words are ever instructions; everything
   * else is put between marks that nobody can guess, as data.
   */
  sealed interface Line {

    /** The program's own words. */
    record Told(String text) implements Line {}

    /** What people wrote somewhere else, or what a server or a repository returned. */
    record Quoted(String what, String text) implements Line {}

    /**
     * A person's words in the channel.
     *
     * @param message names the message, so that it can be cited
     */
    record Said(String who, String message, String text) implements Line {}

    /** What the architect said before. */
    record Spoken(String text) implements Line {}
  }

  /**
   * How far one turn may go.
   *
   * @param rounds how often tools may be used before it has to answer
   * @param read the most tokens of one request, and
   * @param written the most of one answer
   * @param all the most of both in the whole turn
   */
  record Limits(int rounds, int read, int written, int all) {}

  /** Something that the model may call, as it is described to it. */
  record Tool(String name, String purpose, Shape.Fields takes) {}

  /** What a call carries. */
  sealed interface Shape {

    String what();

    record Text(String what, int longest) implements Shape {}

    record Number(String what) implements Shape {}

    record OneOf(String what, List<String> options) implements Shape {
      public OneOf {
        options = List.copyOf(options);
      }
    }

    record Many(String what, Shape each, int most) implements Shape {}

    /** Named parts, those that are required among them, and no others. */
    record Fields(String what, Map<String, Shape> fields, Set<String> required) implements Shape {
      public Fields {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        required = Set.copyOf(required);
      }
    }
  }

  /**
   * A tool as the model called it: not checked against its shape, for models send what they like.
   */
  record Call(String tool, Map<String, Object> with) {
    public Call {
      with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
    }
  }

  /** What a call came to; it is data to the model like anything else from outside. */
  record Result(String text, boolean refused) {}

  /** Hears the answer as it arrives, and answers the model's calls. Called from one thread. */
  interface Listener {

    /** All of the answer that has arrived so far. */
    void hear(String soFar);

    /** Answers a call, one of a tool that was never offered too. */
    Result call(Call call) throws InterruptedException;

    /** Whether somebody had it stopped. */
    boolean stopped();
  }

  /** What was said in the end, in Markdown. */
  record Answer(String text, End end, Spent spent) {}

  /** How an answer ended. */
  enum End {
    /** The model came to its end. */
    WHOLE,
    /** Somebody stopped it. */
    STOPPED,
    /** The stream broke off, or the answer grew too long. */
    CUT
  }

  /**
   * What a turn cost.
   *
   * @param model the model that answered
   * @param read the tokens it was sent, and
   * @param written those it wrote, over all requests
   * @param cost in US dollars; none where no price is known
   */
  record Spent(String model, long read, long written, @Nullable BigDecimal cost) {}

  /** No model answered. */
  final class Silent extends Exception {

    private final transient Spent spent;

    /**
     * Says so.
     *
     * @param sentence what happened, in a sentence that people in a channel can read
     * @param spent what the tries cost all the same
     */
    public Silent(String sentence, Spent spent) {
      super(sentence);
      this.spent = spent;
    }

    /** What the tries cost. */
    public Spent spent() {
      return spent;
    }
  }
}
