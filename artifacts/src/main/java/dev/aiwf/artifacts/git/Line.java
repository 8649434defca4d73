package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Repository.Elsewhere;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** A branch that a project's commits are put on, one after the other. */
interface Line extends AutoCloseable {

  /** Where objects are written before the branch moves. */
  Repository repository();

  /** Where the branch is now, as whoever holds the truth says. */
  Tip tip(EffectMark mark) throws IOException, NotNow, NotEver;

  /** Moves the branch on, unless somebody else was quicker. It counts once this has returned. */
  Moved move(Tip tip, ObjectId commit) throws IOException, NotNow, NotEver;

  @Override
  void close();

  /**
   * The commit to go on from.
   *
   * @param head none where there is nothing yet
   * @param elsewhere set if it is not on the project's own branch
   */
  record Tip(@Nullable ObjectId head, History history, @Nullable Elsewhere elsewhere) {}

  /** What came of moving it. */
  sealed interface Moved {
    /** It is there. */
    record Done(@Nullable Elsewhere elsewhere) implements Moved {}

    /** It moved meanwhile, and everything begins with another look. */
    record Behind() implements Moved {}
  }
}
