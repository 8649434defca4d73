package dev.aiwf.artifacts.git;

import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Where a project's branch was when it was last seen. */
final class Tips {

  /** Where a mirror remembers its remote's branches. */
  static final String SEEN = "refs/seen/heads/";

  private Tips() {}

  static @Nullable ObjectId of(Repository repository, String branch) throws IOException {
    ObjectId own = id(repository, Constants.R_HEADS + branch);
    if (own != null) {
      return own;
    }
    ObjectId seen = id(repository, SEEN + branch);
    ObjectId proposed = id(repository, SEEN + RemoteLine.proposed(branch));
    return seen == null || (proposed != null && isNewer(repository, proposed, seen))
        ? proposed
        : seen;
  }

  private static boolean isNewer(Repository repository, ObjectId one, ObjectId other)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(one).getCommitTime() > walk.parseCommit(other).getCommitTime();
    }
  }

  private static @Nullable ObjectId id(Repository repository, String name) throws IOException {
    Ref ref = repository.exactRef(name);
    return ref == null ? null : ref.getObjectId();
  }
}
