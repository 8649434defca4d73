package dev.aiwf.engine;

import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Spent;
import dev.aiwf.engine.rows.Fate;
import java.time.Duration;

/** Is told what the engine did and how long it took; it must be quick. */
public interface Watch {

  /** Looks away. */
  Watch NONE =
      new Watch() {
        @Override
        public void turn(Settled.State outcome, Duration sinceAccepted) {}

        @Override
        public void effect(String kind, Fate fate, Duration took) {}

        @Override
        public void later(String kind) {}

        @Override
        public void answered(Fact.End how) {}

        @Override
        public void spent(boolean second, Spent spent) {}
      };

  /**
   * A command was taken through.
   *
   * @param sinceAccepted from the command's storing to the commit of what came of it
   */
  void turn(Settled.State outcome, Duration sinceAccepted);

  /**
   * An effect came to its end.
   *
   * @param took from its coming to be to its end, the time it waited for its lane included
   */
  void effect(String kind, Fate fate, Duration took);

  /** The architect came to the end of an answer; silent where no model gave one. */
  void answered(Fact.End how);

  /**
   * What one answer cost.
   *
   * @param second whether the first model gave none, and another one did or did not
   */
  void spent(boolean second, Spent spent);

  /** An effect did not work this time and will be tried again. */
  void later(String kind);
}
