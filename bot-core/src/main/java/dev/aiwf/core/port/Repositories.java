package dev.aiwf.core.port;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Repository.Elsewhere;
import dev.aiwf.core.turn.Effect;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where files go. */
public interface Repositories {

  /**
   * Reads the linked repository, or makes the project one of its own. Doing it again changes
   * nothing.
   */
  Opened open(Effect.OpenRepository effect) throws NotNow, NotEver;

  /**
   * Commits files, and keeps what people changed. The same effect commits once: asked again, it
   * answers with that commit.
   */
  Commit publish(Publication publication) throws NotNow, NotEver;

  /** Reads what was committed. */
  Artifacts artifacts();

  /** Takes away a project's own repository with all that is in it, if there is one. */
  void remove(ProjectId project) throws NotNow, NotEver;

  /**
   * A file.
   *
   * @param path its place below the project's folder
   * @param text what is in it
   */
  record File(String path, String text) {}

  /**
   * What opening came to.
   *
   * @param place where files will go
   * @param found projects that lie in the repository already, the one in this place first
   * @param documents what the repository says about itself, to begin from; paths from its root
   */
  record Opened(Repository.Place place, List<Found> found, List<File> documents) {
    public Opened {
      found = List.copyOf(found);
      documents = List.copyOf(documents);
    }
  }

  /**
   * A project that lies in a repository.
   *
   * @param path where its sidecar is, from the repository's root
   * @param sidecar the sidecar's text
   * @param head the commit it was read from
   * @param bot the installation that committed there last, if that was said
   */
  record Found(String path, String sidecar, String head, @Nullable String bot) {}

  /**
   * What is to be committed.
   *
   * @param effect what the commit says
   * @param number the effect's number, by which the commit is found again
   * @param files all files of the project as they are now to be
   * @param earlier what was rendered before, which edits are told from
   * @param resolutions how collisions were settled so far
   * @param predecessors installations whose work this project was resumed from
   */
  record Publication(
      Effect.Publish effect,
      long number,
      List<File> files,
      Earlier earlier,
      List<Repository.Resolution> resolutions,
      Set<String> predecessors) {
    public Publication {
      files = List.copyOf(files);
      resolutions = List.copyOf(resolutions);
      predecessors = Set.copyOf(predecessors);
    }

    /** Files of a project that nothing was settled in. */
    public Publication(Effect.Publish effect, long number, List<File> files, Earlier earlier) {
      this(effect, number, files, earlier, List.of(), Set.of());
    }
  }

  /** A project's files as they were rendered before. It is asked only where people edited them. */
  @FunctionalInterface
  interface Earlier {

    /**
     * All files as of a number of the journal.
     *
     * @param number the {@link Effect.Publish#number} of an earlier publish
     */
    List<File> asOf(long number) throws NotNow, NotEver;
  }

  /**
   * What people changed since the last commit of the project.
   *
   * @param path the file, below the project's folder
   * @param told what they made of it, of the sidecar only, whose edits are not kept
   */
  record Edit(String path, @Nullable Change told) {}

  /** A text before people changed it, and after. */
  record Change(String before, String after) {}

  /**
   * What was committed.
   *
   * @param sha the commit's name
   * @param files the paths that changed, below the project's folder
   * @param elsewhere set where the project's branch did not take it
   */
  record Commit(
      String sha,
      List<String> files,
      List<Edit> edits,
      List<Repository.Collision> collisions,
      @Nullable Elsewhere elsewhere) {
    public Commit {
      files = List.copyOf(files);
      edits = List.copyOf(edits);
      collisions = List.copyOf(collisions);
    }

    /** A commit that met nothing of other people's. */
    public Commit(String sha, List<String> files) {
      this(sha, files, List.of(), List.of(), null);
    }
  }
}
