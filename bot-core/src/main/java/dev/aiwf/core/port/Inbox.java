package dev.aiwf.core.port;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where surfaces put what people ask for. */
public interface Inbox {

  /**
   * Stores a command. When this returns, the command is on disk and will take effect once, whatever
   * happens to the process.
   *
   * @throws Busy if so many wait that no more are taken just now
   */
  Receipt accept(Envelope envelope) throws Busy;

  /**
   * Waits until a command's turn is done, but no longer than so; none if it was not done by then.
   */
  Optional<Settled> await(String command, Duration atMost) throws InterruptedException;

  /** What became of a command of a project; none if there is no such command. */
  Optional<Settled> outcome(ProjectId project, String command);

  /**
   * What became of what came from there under this name; none if nothing of that project did, or it
   * was so long ago that it is no longer kept.
   */
  Optional<Settled> came(String origin, String event, ProjectId project);

  /**
   * A command on its way in.
   *
   * @param origin where it comes from, for example {@code api} or {@code slack:T1}
   * @param event what its origin calls it: a repeated delivery bears the same name
   * @param digest a digest of what was sent, where a name may be used twice by mistake
   * @param project which project
   * @param sender who asks
   * @param action what for
   */
  record Envelope(
      String origin,
      String event,
      @Nullable String digest,
      ProjectId project,
      Sender sender,
      Action action) {}

  /**
   * What the inbox made of it.
   *
   * @param command the command's id
   * @param kind whether it is new
   */
  record Receipt(String command, Kind kind) {

    /** Whether it is new. */
    public enum Kind {
      /** It is. */
      NEW,
      /** The same came before; it is one command. */
      REPEATED,
      /** Something else came before under the same name; this was not taken. */
      DIFFERENT
    }
  }

  /**
   * What became of a command.
   *
   * @param state where it is
   * @param refusal why it changed nothing, if it was refused
   * @param facts the numbers of the facts it led to
   */
  record Settled(State state, @Nullable Refusal refusal, List<Long> facts) {
    public Settled {
      facts = List.copyOf(facts);
    }

    /** Where a command is. */
    public enum State {
      WAITING,
      DONE,
      REFUSED,
      FAILED
    }
  }

  /** So many commands wait that no more are taken just now. */
  final class Busy extends Exception {
    private static final long serialVersionUID = 1L;

    public Busy(String message) {
      super(message);
    }
  }
}
