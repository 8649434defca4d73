package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackLock;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.jspecify.annotations.Nullable;

/** A repository on another machine, which holds the truth. */
final class Remote {

  private final Access access;
  private final Repository mirror;
  private final Address address;

  Remote(Access access, Repository mirror, Address address) {
    this.access = access;
    this.mirror = mirror;
    this.address = address;
  }

  Address address() {
    return address;
  }

  /** What the remote said, fit to be shown. */
  String quoted(String said) {
    return access.quoted(address, said);
  }

  /**
   * Where branches are.
   *
   * @param heads by their names; what is not there is left out
   * @param usual where the remote's default branch is; none in an empty repository
   */
  record Seen(Map<String, ObjectId> heads, @Nullable ObjectId usual) {}

  /**
   * Looks at some branches and takes over what is new in them; the default one if none is there.
   */
  Seen look(List<String> branches) throws NotNow, NotEver {
    return access.talk(
        mirror,
        address,
        transport -> {
          List<RefSpec> specs = new ArrayList<>();
          branches.forEach(branch -> specs.add(new RefSpec(Constants.R_HEADS + branch)));
          try (FetchConnection connection = transport.openFetch(specs, Constants.HEAD)) {
            Map<String, ObjectId> heads = new HashMap<>();
            List<Ref> wanted = new ArrayList<>();
            for (String branch : branches) {
              Ref ref = connection.getRef(Constants.R_HEADS + branch);
              if (ref != null && ref.getObjectId() != null) {
                heads.put(branch, ref.getObjectId());
                wanted.add(ref);
              }
            }
            Ref head = connection.getRef(Constants.HEAD);
            ObjectId usual = head == null ? null : head.getObjectId();
            if (wanted.isEmpty() && head != null && usual != null) {
              take(connection, List.of(head));
              remember("refs/seen/HEAD", usual);
            }
            take(connection, wanted);
            for (String branch : branches) {
              remember(Tips.SEEN + branch, heads.get(branch));
            }
            return new Seen(heads, usual);
          }
        });
  }

  private void take(FetchConnection connection, List<Ref> wanted) throws IOException {
    if (wanted.isEmpty()) {
      return;
    }
    connection.fetch(NullProgressMonitor.INSTANCE, wanted, Set.of());
    for (PackLock lock : connection.getPackLocks()) {
      lock.unlock();
    }
  }

  /** What is remembered need not be fetched again, and can be read; no commit rests on it. */
  private void remember(String name, @Nullable ObjectId commit) throws IOException {
    RefUpdate update = mirror.updateRef(name);
    update.setForceUpdate(true);
    update.disableRefLog();
    if (commit == null) {
      var _ = update.delete();
    } else {
      update.setNewObjectId(commit);
      var _ = update.update();
    }
  }

  /** What came of a push. */
  sealed interface Pushed {
    /** The branch is there now. */
    record Taken() implements Pushed {}

    /** The branch was elsewhere. */
    record Behind() implements Pushed {}

    /** The remote has a rule against it. */
    record Against(String rule) implements Pushed {}
  }

  /** Moves a branch there, if it is where it is thought to be. */
  Pushed push(String branch, ObjectId commit, @Nullable ObjectId expected, boolean force)
      throws NotNow, NotEver {
    return access.talk(
        mirror,
        address,
        transport -> {
          String name = Constants.R_HEADS + branch;
          RemoteRefUpdate update =
              new RemoteRefUpdate(
                  mirror,
                  commit.name(),
                  commit,
                  name,
                  force,
                  null,
                  expected == null ? ObjectId.zeroId() : expected);
          var _ = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
          Pushed pushed = Verdict.of(update);
          if (pushed instanceof Pushed.Taken) {
            remember(Tips.SEEN + branch, commit);
          }
          return pushed;
        });
  }
}
