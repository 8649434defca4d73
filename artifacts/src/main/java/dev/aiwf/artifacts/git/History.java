package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * What a branch says of a project.
 *
 * @param newest the project's latest commit in it, if it has one
 * @param made the commit that an effect has made already, if it has
 */
record History(Optional<Signed> newest, Optional<Signed> made) {

  /** Looks back from a commit as far as is needed. */
  static History of(Repository repository, @Nullable ObjectId head, EffectMark mark)
      throws IOException {
    Signed newest = null;
    if (head != null) {
      try (RevWalk walk = new RevWalk(repository)) {
        walk.markStart(walk.parseCommit(head));
        for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
          Signed signed = Signed.read(commit, mark.project()).orElse(null);
          if (signed == null) {
            continue;
          }
          newest = newest == null ? signed : newest;
          if (mark.made(commit)) {
            return new History(Optional.of(newest), Optional.of(signed));
          }
          // The effects of a project are committed in order.
          if (signed.number() < mark.number()) {
            break;
          }
        }
      }
    }
    return new History(Optional.ofNullable(newest), Optional.empty());
  }

  /** The number of the newest effect in it. */
  long number() {
    return newest.map(Signed::number).orElse(-1L);
  }
}
