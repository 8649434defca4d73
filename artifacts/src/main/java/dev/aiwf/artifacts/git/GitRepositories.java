package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.turn.Effect;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commits to repositories that teams have linked, and gives every other project a bare one of its
 * own; without a work tree and without a {@code git} program. No other process may write to the
 * folder.
 */
public final class GitRepositories implements Repositories {

  private static final String LINKED = "linked";

  private final Path folder;
  private final InstantSource clock;
  private final Instant begun;
  private final GitSettings settings;
  private final Access access;
  private final Mirrors mirrors;

  /**
   * Keeps repositories in a folder.
   *
   * @param folder which need not exist yet
   * @param clock what time commits bear
   * @param settings what may be linked, and with which credentials
   */
  public GitRepositories(Path folder, InstantSource clock, GitSettings settings) {
    this(folder, clock, settings, InetAddress::getAllByName, Limits.USUAL);
  }

  GitRepositories(
      Path folder, InstantSource clock, GitSettings settings, Reach.Lookup lookup, Limits limits) {
    this.folder = folder;
    this.clock = clock;
    this.begun = clock.instant();
    this.settings = settings;
    this.mirrors = new Mirrors(folder.resolve(LINKED));
    this.access =
        new Access(settings, new Reach(settings, lookup), limits, clock, mirrors.nobody());
  }

  @Override
  public Opened open(Effect.OpenRepository effect) throws NotNow, NotEver {
    OwnRepository own = own(effect.project());
    if (effect.linked() != null) {
      Repository.Place place =
          new Repository.Place(effect.linked(), own.place().branch(), own.place().folder());
      return linked(place.address(), (remote, mirror) -> Opening.read(remote, mirror, place));
    }
    try {
      own.make();
      try (var repository = own.open()) {
        return Opening.read(repository, own.place());
      }
    } catch (IOException e) {
      throw new NotNow("The repository %s can't be made just now.".formatted(own.address()), e);
    }
  }

  @Override
  public Commit publish(Publication publication) throws NotNow, NotEver {
    Repository.Place place = publication.effect().place();
    OwnRepository own = own(publication.effect().project());
    if (!own.place().address().equals(place.address())) {
      return linked(
          place.address(),
          (remote, mirror) -> commit(new RemoteLine(remote, mirror, place.branch()), publication));
    }
    try (Line line = new OwnLine(own.open(), place.branch(), clock, begun)) {
      return commit(line, publication);
    } catch (IOException e) {
      throw new NotNow("%s can't be written just now.".formatted(own.address()), e);
    }
  }

  private Commit commit(Line line, Publication publication) throws IOException, NotNow, NotEver {
    return new Publishing(line, clock, settings.bot(), publication).commit();
  }

  @Override
  public void remove(ProjectId project) throws NotNow, NotEver {
    OwnRepository own = own(project);
    try {
      own.remove();
    } catch (IOException e) {
      throw new NotNow("%s can't be removed just now.".formatted(own.address()), e);
    }
  }

  @Override
  public Artifacts artifacts() {
    return new GitArtifacts(this::lying);
  }

  private Optional<org.eclipse.jgit.lib.Repository> lying(Repository.Place place)
      throws IOException, NotEver {
    Surroundings.shutOut();
    Optional<ProjectId> own = OwnRepository.projectAt(place.address());
    if (own.isPresent()) {
      return own(own.get()).found();
    }
    Address address = Address.of(place.address());
    return mirrors.isThere(address) ? Optional.of(mirrors.open(address)) : Optional.empty();
  }

  /** What is done with a remote and what is known of it. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Remote remote, org.eclipse.jgit.lib.Repository mirror)
        throws IOException, NotNow, NotEver;
  }

  private <T> T linked(String given, Work<T> work) throws NotNow, NotEver {
    Surroundings.shutOut();
    Address address = access.checked(given);
    ReentrantLock lock = mirrors.lock(address);
    lock.lock();
    try (var mirror = mirrors.open(address)) {
      return work.with(new Remote(access, mirror, address), mirror);
    } catch (NotNow e) {
      throw Troubles.isDamage(e) ? mirrors.damaged(address, e) : e;
    } catch (IOException e) {
      if (Troubles.isDamage(e)) {
        throw mirrors.damaged(address, e);
      }
      throw new NotNow("What is kept of %s can't be written just now.".formatted(address), e);
    } finally {
      lock.unlock();
    }
  }

  private OwnRepository own(ProjectId project) throws NotEver {
    // Here and not at the start, which need not wait until the library's signed classes are
    // checked.
    Surroundings.shutOut();
    return new OwnRepository(folder, project);
  }
}
