package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Repository.Elsewhere;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * A branch of a linked repository. Where a rule there keeps commits from it they go to a second
 * branch beside it, for people to take over, until the first one takes them again.
 */
final class RemoteLine implements Line {

  private final Remote remote;
  private final Repository mirror;
  private final String branch;
  private Remote.@Nullable Seen seen;

  RemoteLine(Remote remote, Repository mirror, String branch) {
    this.remote = remote;
    this.mirror = mirror;
    this.branch = branch;
  }

  static String proposed(String branch) {
    return branch + "-proposed";
  }

  @Override
  public Repository repository() {
    return mirror;
  }

  @Override
  public Tip tip(EffectMark mark) throws IOException, NotNow, NotEver {
    Remote.Seen now = remote.look(List.of(branch, proposed(branch)));
    seen = now;
    ObjectId own = now.heads().get(branch);
    ObjectId beside = now.heads().get(proposed(branch));
    ObjectId begin = own != null || beside != null ? own : now.usual();
    History history = History.of(mirror, begin, mark);
    if (beside == null) {
      return new Tip(begin, history, null);
    }
    History there = History.of(mirror, beside, mark);
    boolean ahead = there.number() > history.number() || !isOurs(beside, there);
    return ahead && !isIn(beside, own)
        ? new Tip(beside, there, there.made().isPresent() ? elsewhere(null) : null)
        : new Tip(begin, history, null);
  }

  @Override
  public Moved move(Tip tip, ObjectId commit) throws IOException, NotNow, NotEver {
    Remote.Seen now = Objects.requireNonNull(seen, "looked before");
    ObjectId own = now.heads().get(branch);
    if (isIn(own, tip.head())) {
      Remote.Pushed pushed = remote.push(branch, commit, own, false);
      switch (pushed) {
        case Remote.Pushed.Taken() -> {
          return new Moved.Done(null);
        }
        case Remote.Pushed.Behind() -> {
          return new Moved.Behind();
        }
        case Remote.Pushed.Against(var rule) -> {
          return beside(tip, commit, now.heads().get(proposed(branch)), rule);
        }
      }
    }
    return beside(tip, commit, now.heads().get(proposed(branch)), null);
  }

  private Moved beside(Tip tip, ObjectId commit, @Nullable ObjectId there, @Nullable String rule)
      throws IOException, NotNow, NotEver {
    // What is left behind there is ours alone and is in the branch by now.
    boolean leftBehind = !isIn(there, tip.head());
    return switch (remote.push(proposed(branch), commit, there, leftBehind)) {
      case Remote.Pushed.Taken() -> new Moved.Done(elsewhere(rule));
      case Remote.Pushed.Behind() -> new Moved.Behind();
      case Remote.Pushed.Against(var again) ->
          throw new NotEver(
              ("%s takes commits neither on %s nor on %s: %s. Nothing was committed there; let aiwf"
                      + " push to one of them, then have it tried again.")
                  .formatted(remote.address(), branch, proposed(branch), remote.quoted(again)));
    };
  }

  private Elsewhere elsewhere(@Nullable String rule) {
    String why =
        rule == null
            ? "%s does not take commits of aiwf's; they are on %s."
                .formatted(branch, proposed(branch))
            : "%s does not take commits of aiwf's (%s); they are on %s."
                .formatted(branch, remote.quoted(rule), proposed(branch));
    return new Elsewhere(proposed(branch), why, Review.link(remote.address(), proposed(branch)));
  }

  private static boolean isOurs(ObjectId head, History history) {
    return history.newest().filter(newest -> newest.commit().getId().equals(head)).isPresent();
  }

  /** Whether a commit is in another one's history; nothing is in everything's. */
  private boolean isIn(@Nullable ObjectId earlier, @Nullable ObjectId later) throws IOException {
    if (earlier == null || later == null || earlier.equals(later)) {
      return earlier == null || earlier.equals(later);
    }
    try (RevWalk walk = new RevWalk(mirror)) {
      return walk.isMergedInto(walk.parseCommit(earlier), walk.parseCommit(later));
    }
  }

  @Override
  public void close() {
    mirror.close();
  }
}
