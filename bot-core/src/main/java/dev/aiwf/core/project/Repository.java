package dev.aiwf.core.project;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a project's files go, and what went there.
 *
 * @param linked the address that was given at the start; none for a repository of its own
 * @param place where the files are; none until it was read
 * @param trouble why it could not be read
 * @param commits what was committed, the latest last
 */
public record Repository(
    @Nullable String linked,
    @Nullable Place place,
    @Nullable String trouble,
    List<Commit> commits) {

  public Repository {
    commits = List.copyOf(commits);
  }

  Repository chosen(@Nullable String address) {
    return new Repository(address, place, trouble, commits);
  }

  Repository opened(Place where) {
    return new Repository(linked, where, null, commits);
  }

  Repository refused(String why) {
    return new Repository(linked, place, why, commits);
  }

  Repository committed(Commit commit) {
    return new Repository(linked, place, null, Ordered.with(commits, commit));
  }

  /** Which folder, on which branch, of which repository. */
  public record Place(String address, String branch, String folder) {}

  /**
   * A commit.
   *
   * @param step the step whose completion it records
   * @param sha its name
   * @param files what changed in it
   * @param at when it was reported
   */
  public record Commit(String step, String sha, List<String> files, Instant at) {
    public Commit {
      files = List.copyOf(files);
    }
  }
}
