package dev.aiwf.web.pages;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.rules.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was committed for a project.
 *
 * @param shell what is around it
 * @param folders its files
 * @param commits its commits, the latest first
 * @param remote where the same can be looked at outside; none if that is not known
 * @param getting how to get it
 * @param trouble why there is nothing to be seen, where it can't be read
 */
public record ArtifactsView(
    Shell shell,
    List<Folder> folders,
    List<Commit> commits,
    @Nullable String remote,
    @Nullable String getting,
    @Nullable String trouble) {

  public ArtifactsView {
    folders = List.copyOf(folders);
    commits = List.copyOf(commits);
  }

  /** A folder; the phases whose files are in it lead there. */
  public record Folder(String id, String name, List<File> files) {}

  /** A file. */
  public record File(String name, String address, String size) {}

  /** A commit. */
  public record Commit(String sha, String title, String author, String age, String address) {

    static Commit of(Shell shell, Artifacts.Change change, String age) {
      return new Commit(
          Words.commit(change.sha()),
          change.title(),
          change.author(),
          age,
          shell.address() + "/commits/" + change.sha());
    }
  }
}
