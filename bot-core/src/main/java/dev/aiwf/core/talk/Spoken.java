package dev.aiwf.core.talk;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.Architect;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Spent;
import dev.aiwf.core.rules.Situation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One answer of the architect, from what it is told to what the project is told of it. */
public final class Spoken {

  private static final int ROUNDS = 8;
  private static final int WRITTEN = 2_000;
  private static final int READ = 20_000;
  private static final int MOST = 10_000_000;

  private Spoken() {}

  /**
   * What an answer begins with.
   *
   * @param talk names it
   * @param messages what was said so far, oldest first
   * @param tokens the most that it may take
   */
  public record Beginning(
      Situation here,
      String talk,
      List<Message> messages,
      Optional<Knowledge> knowledge,
      long tokens) {
    public Beginning {
      messages = List.copyOf(messages);
    }
  }

  /** Is shown what arrives of the answer, and may have it stopped. */
  public interface Watcher {

    /** All of the answer that has arrived so far. */
    void hears(String soFar);

    /** A call was answered. */
    void called(Architect.Call call, Architect.Result result);

    /** Whether somebody had it stopped. */
    boolean stopped();
  }

  /**
   * What came of it.
   *
   * @param talked what the project is told
   * @param model who answered in the end
   */
  public record Answered(Action.Talked talked, String model) {}

  /** Has it answer. */
  public static Answered by(Architect architect, Beginning beginning, Watcher watcher)
      throws InterruptedException {
    Hearing hearing =
        new Hearing(
            beginning.here(), beginning.talk(), beginning.messages(), beginning.knowledge());
    Architect.Talk told =
        Briefing.of(
            beginning.here(),
            beginning.messages(),
            beginning.knowledge().isPresent(),
            limits(beginning.tokens()));
    try {
      Architect.Answer answer = architect.talk(told, listener(hearing, watcher));
      return talked(
          beginning.talk(), hearing, answer.text(), end(answer.end()), answer.spent(), null);
    } catch (Architect.Silent e) {
      return talked(
          beginning.talk(),
          hearing,
          "",
          Fact.End.SILENT,
          e.spent(),
          String.valueOf(e.getMessage()));
    }
  }

  private static Answered talked(
      String talk,
      Hearing hearing,
      String text,
      Fact.End end,
      Architect.Spent spent,
      @Nullable String trouble) {
    return new Answered(
        new Action.Talked(
            talk,
            text,
            hearing.written(text),
            end,
            new Spent(spent.read(), spent.written(), spent.cost()),
            hearing.contributions(),
            hearing.came(),
            trouble,
            null),
        spent.model());
  }

  private static Architect.Listener listener(Hearing hearing, Watcher watcher) {
    return new Architect.Listener() {
      @Override
      public void hear(String soFar) {
        watcher.hears(soFar);
      }

      @Override
      public Architect.Result call(Architect.Call call) throws InterruptedException {
        Architect.Result result = hearing.call(call);
        watcher.called(call, result);
        return result;
      }

      @Override
      public boolean stopped() {
        return watcher.stopped();
      }
    };
  }

  /** Small enough that there is room for tools under whatever cap was set. */
  private static Architect.Limits limits(long tokens) {
    int all = Math.toIntExact(Math.min(tokens, MOST));
    return new Architect.Limits(ROUNDS, Math.min(READ, all / 3), Math.min(WRITTEN, all / 10), all);
  }

  private static Fact.End end(Architect.End end) {
    return switch (end) {
      case WHOLE -> Fact.End.WHOLE;
      case STOPPED -> Fact.End.STOPPED;
      case CUT -> Fact.End.CUT;
    };
  }
}
