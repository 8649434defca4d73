package dev.aiwf.core.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a project's files go, and what went there.
 *
 * @param linked the address that was given; none for a repository of its own
 * @param place where the files are; none until it was read
 * @param trouble why it could not be read
 * @param commits what was committed, the latest last
 * @param linking the address that the files are to move to once it was read; none if they stay
 * @param collisions where people and the project wrote the same lines, and nobody said yet whose
 *     stay
 * @param resolutions how such collisions were settled
 * @param elsewhere set while the project's branch does not take its commits
 * @param found what lies in the repository already, while nobody has said what becomes of it
 * @param origin what lay there when the project began, if anything did
 */
public record Repository(
    @Nullable String linked,
    @Nullable Place place,
    @Nullable String trouble,
    List<Commit> commits,
    @Nullable String linking,
    List<Collision> collisions,
    List<Resolution> resolutions,
    @Nullable Elsewhere elsewhere,
    @Nullable Found found,
    @Nullable Origin origin) {

  public Repository {
    commits = List.copyOf(commits);
    collisions = List.copyOf(collisions);
    resolutions = List.copyOf(resolutions);
  }

  static Repository named(@Nullable String linked) {
    return new Repository(
        linked, null, null, List.of(), null, List.of(), List.of(), null, null, null);
  }

  /** The files that were committed, in the order in which they came. */
  public List<String> files() {
    return commits.stream().flatMap(commit -> commit.files().stream()).distinct().toList();
  }

  /** The committed file that somebody means; none where it may be one of several. */
  public Optional<String> file(String named) {
    List<String> meant = FileNames.meant(files(), named);
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  /** The last commit that changed a file. */
  public Optional<Commit> commit(String path) {
    return commits.reversed().stream().filter(commit -> commit.files().contains(path)).findFirst();
  }

  /** The collision in a file that waits for somebody. */
  public Optional<Collision> collision(String path) {
    return collisions.stream().filter(collision -> collision.path().equals(path)).findFirst();
  }

  Repository chosen(@Nullable String address) {
    return new Repository(
        address,
        place,
        trouble,
        commits,
        linking,
        collisions,
        resolutions,
        elsewhere,
        found,
        origin);
  }

  Repository opened(Place where) {
    return new Repository(
        linked, where, null, commits, linking, collisions, resolutions, elsewhere, found, origin);
  }

  Repository refused(String why) {
    return new Repository(
        linked, place, why, commits, linking, collisions, resolutions, elsewhere, found, origin);
  }

  Repository linking(@Nullable String address) {
    return new Repository(
        linked,
        place,
        trouble,
        commits,
        address,
        collisions,
        resolutions,
        elsewhere,
        found,
        origin);
  }

  /** What people wrote in the old place stays there. */
  Repository moved(Place where) {
    return new Repository(
        linking, where, null, commits, null, List.of(), List.of(), null, null, origin);
  }

  Repository committed(Commit commit, List<Collision> open, @Nullable Elsewhere where) {
    return new Repository(
        linked,
        place,
        null,
        Ordered.with(commits, commit),
        linking,
        open,
        resolutions,
        where,
        found,
        origin);
  }

  Repository settled(Resolution resolution) {
    return new Repository(
        linked,
        place,
        trouble,
        commits,
        linking,
        collisions.stream().filter(c -> !c.path().equals(resolution.path())).toList(),
        Ordered.with(resolutions, resolution),
        elsewhere,
        found,
        origin);
  }

  Repository found(Found what) {
    return new Repository(
        linked, place, trouble, commits, linking, collisions, resolutions, elsewhere, what, origin);
  }

  Repository begun(Origin from) {
    return new Repository(
        linked, place, trouble, commits, linking, collisions, resolutions, elsewhere, null, from);
  }

  /** The installations whose commits this project goes on from. */
  public Set<String> predecessors() {
    return origin == null || origin.bot() == null ? Set.of() : Set.of(origin.bot());
  }

  /** Another project's state where this one's files are to go. */
  public record Found(Place place, Import content) {}

  /**
   * What lay there when the project began.
   *
   * @param bot the installation that committed there last, if that was said
   * @param more what the workflow has no place for, in YAML; none if nothing of it is kept
   * @param number the number of the fact that says so; no commit of before counts in this journal
   */
  public record Origin(String path, @Nullable String bot, @Nullable String more, long number) {}

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

  /** Whose lines stay where both sides changed the same. */
  public enum Keep {
    /** What the project says now. */
    OURS,
    /** What people wrote. */
    THEIRS
  }

  /**
   * A file of which people and the project changed the same lines. People's stand in it until that
   * is settled; every commit tells of it again.
   *
   * @param path the file, below the project's folder
   * @param theirs the blob that holds people's lines; all zeros where they deleted the file
   * @param ours the beginning of what the project would write there
   * @param beside the beginning of what people wrote
   */
  public record Collision(String path, String theirs, String ours, String beside) {}

  /**
   * How a collision was settled.
   *
   * @param path the file, below the project's folder
   * @param theirs the blob the collision named; when people write again, it is a new collision
   */
  public record Resolution(String path, String theirs, Keep keep) {}

  /**
   * Why commits go to another branch than the project's.
   *
   * @param branch the branch they are on
   * @param why a sentence for people
   * @param link where they can be reviewed, if the host is known
   */
  public record Elsewhere(String branch, String why, @Nullable String link) {}
}
