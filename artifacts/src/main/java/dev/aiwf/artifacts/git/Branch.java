package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.core.turn.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A project's branch: looked through for what was committed already, and grown by one commit. */
final class Branch implements AutoCloseable {

  private final Repository repository;
  private final String name;
  private final InstantSource clock;
  private final Instant begun;
  private final RevWalk walk;
  private final ObjectId head;

  Branch(Repository repository, String branch, InstantSource clock, Instant begun)
      throws IOException {
    this.repository = repository;
    this.name = Constants.R_HEADS + branch;
    this.clock = clock;
    this.begun = begun;
    Ref ref = repository.exactRef(name);
    ObjectId at = ref == null ? null : ref.getObjectId();
    head = at == null ? ObjectId.zeroId() : at;
    walk = new RevWalk(repository);
  }

  @Override
  public void close() {
    walk.close();
  }

  /** The commit that an effect has made already, if it has. */
  Optional<Commit> find(EffectMark mark, String folder) throws IOException {
    if (isEmpty()) {
      return Optional.empty();
    }
    walk.markStart(walk.parseCommit(head));
    for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
      if (mark.made(commit)) {
        return Optional.of(new Commit(commit.name(), Changes.in(repository, commit, folder)));
      }
      if (mark.isAfter(commit)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Commits; the branch moves last, so that whoever is interrupted before has done nothing. */
  Commit commit(EffectMark mark, Effect.Publish effect, Tree files) throws IOException, NotNow {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache before =
          isEmpty()
              ? DirCache.newInCore()
              : DirCache.read(walk.getObjectReader(), walk.parseCommit(head).getTree());
      Tree.Written written = files.write(inserter, before);
      ObjectId commit = inserter.insert(builder(mark, effect, written.tree()));
      inserter.flush();
      move(commit);
      return new Commit(commit.name(), written.changed());
    }
  }

  private CommitBuilder builder(EffectMark mark, Effect.Publish effect, ObjectId tree) {
    Instant now = clock.instant();
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(tree);
    builder.setParentIds(isEmpty() ? List.of() : List.of(head));
    builder.setAuthor(People.author(effect.author(), now));
    builder.setCommitter(People.program(now));
    builder.setEncoding(StandardCharsets.UTF_8);
    builder.setMessage(CommitMessage.of(effect, mark));
    return builder;
  }

  private void move(ObjectId commit) throws IOException, NotNow {
    RefUpdate.Result result = update(commit);
    if (result == RefUpdate.Result.LOCK_FAILURE
        && LeftLock.takeAway(file(), begun, clock.instant())) {
      result = update(commit);
    }
    switch (result) {
      case NEW, FAST_FORWARD, FORCED, NO_CHANGE ->
          Durable.namesAbove(file(), repository.getDirectory().toPath());
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
    }
  }

  private RefUpdate.Result update(ObjectId commit) throws IOException {
    RefUpdate update = repository.updateRef(name);
    update.setExpectedOldObjectId(head);
    update.setNewObjectId(commit);
    update.disableRefLog();
    return update.update(walk);
  }

  private boolean isEmpty() {
    return head.equals(ObjectId.zeroId());
  }

  private Path file() {
    return repository.getDirectory().toPath().resolve(name);
  }
}
