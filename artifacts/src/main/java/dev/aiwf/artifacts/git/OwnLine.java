package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotNow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** The branch of a project's own repository, which no other process writes to. */
final class OwnLine implements Line {

  private final Repository repository;
  private final String name;
  private final InstantSource clock;
  private final Instant begun;

  OwnLine(Repository repository, String branch, InstantSource clock, Instant begun) {
    this.repository = repository;
    this.name = Constants.R_HEADS + branch;
    this.clock = clock;
    this.begun = begun;
  }

  @Override
  public Repository repository() {
    return repository;
  }

  @Override
  public Tip tip(EffectMark mark) throws IOException {
    Ref ref = repository.exactRef(name);
    ObjectId head = ref == null ? null : ref.getObjectId();
    return new Tip(head, History.of(repository, head, mark), null);
  }

  @Override
  public Moved move(Tip tip, ObjectId commit) throws IOException, NotNow {
    RefUpdate.Result result = update(tip, commit);
    if (result == RefUpdate.Result.LOCK_FAILURE
        && LeftLock.takeAway(file(), begun, clock.instant())) {
      result = update(tip, commit);
    }
    return switch (result) {
      case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {
        Durable.namesAbove(file(), repository.getDirectory().toPath());
        yield new Moved.Done(null);
      }
      case LOCK_FAILURE ->
          throw new NotNow("Somebody else is writing to the branch.", (Throwable) null);
      case NOT_ATTEMPTED,
          REJECTED,
          REJECTED_CURRENT_BRANCH,
          REJECTED_MISSING_OBJECT,
          REJECTED_OTHER_REASON,
          RENAMED,
          IO_FAILURE ->
          throw new NotNow("The branch did not move: " + result, (Throwable) null);
    };
  }

  private RefUpdate.Result update(Tip tip, ObjectId commit) throws IOException {
    RefUpdate update = repository.updateRef(name);
    update.setExpectedOldObjectId(tip.head() == null ? ObjectId.zeroId() : tip.head());
    update.setNewObjectId(commit);
    update.disableRefLog();
    return update.update();
  }

  private Path file() {
    return repository.getDirectory().toPath().resolve(name);
  }

  @Override
  public void close() {
    repository.close();
  }
}
