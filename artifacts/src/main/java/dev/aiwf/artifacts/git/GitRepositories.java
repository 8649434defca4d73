package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.turn.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Gives each project a bare git repository of its own, and commits to it without a work tree and
 * without a {@code git} program. No other process may write to the folder.
 */
public final class GitRepositories implements Repositories {

  private final Path folder;
  private final InstantSource clock;
  private final Instant begun;

  /**
   * Keeps repositories in a folder.
   *
   * @param folder which need not exist yet
   * @param clock what time commits bear
   */
  public GitRepositories(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    this.begun = clock.instant();
  }

  @Override
  public Repository.Place open(Effect.OpenRepository effect) throws NotNow, NotEver {
    if (effect.linked() != null) {
      throw new NotEver(
          "This version writes to repositories of its own and can't write to one that is linked."
              + " Start the project without a repository; it gets one of its own, which can be"
              + " pushed from by hand.");
    }
    OwnRepository own = own(effect.project());
    try {
      own.make();
    } catch (IOException e) {
      throw new NotNow("The repository %s can't be made just now.".formatted(own.address()), e);
    }
    return own.place();
  }

  @Override
  public Commit publish(Effect.Publish effect, long number, List<File> files)
      throws NotNow, NotEver {
    OwnRepository own = own(effect.project());
    if (!own.place().equals(effect.place())) {
      throw new NotEver(
          "Files go to %s, and this version writes to %s only."
              .formatted(effect.place().address(), own.address()));
    }
    try (var repository = own.open();
        Branch branch = new Branch(repository, effect.place().branch(), clock, begun)) {
      EffectMark mark = new EffectMark(effect, number);
      Optional<Commit> earlier = branch.find(mark, effect.place().folder());
      return earlier.isPresent()
          ? earlier.get()
          : branch.commit(mark, effect, Tree.checked(effect.place().folder(), files));
    } catch (IOException e) {
      throw new NotNow("%s can't be written just now.".formatted(own.address()), e);
    }
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

  private OwnRepository own(ProjectId project) throws NotEver {
    // Here and not at the start, which need not wait until the library's signed classes are
    // checked.
    Surroundings.shutOut();
    return new OwnRepository(folder, project);
  }
}
