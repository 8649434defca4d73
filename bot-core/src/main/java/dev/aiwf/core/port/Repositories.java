package dev.aiwf.core.port;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.turn.Effect;
import java.util.List;

/** Where files go. */
public interface Repositories {

  /**
   * Reads the linked repository, or makes the project one of its own. Doing it again changes
   * nothing.
   */
  Repository.Place open(Effect.OpenRepository effect) throws NotNow, NotEver;

  /**
   * Commits files. The same effect commits once: asked again, it answers with that commit.
   *
   * @param effect what the commit says
   * @param number the effect's number, by which the commit is found again
   * @param files all files of the project as they are now to be
   */
  Commit publish(Effect.Publish effect, long number, List<File> files) throws NotNow, NotEver;

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
   * What was committed.
   *
   * @param sha the commit's name
   * @param files the paths that changed, below the project's folder
   */
  record Commit(String sha, List<String> files) {
    public Commit {
      files = List.copyOf(files);
    }
  }
}
