package dev.aiwf.core.port;

import dev.aiwf.core.project.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was committed for projects. Only a project's own folder is readable, and of a linked
 * repository only what was last seen of it: nothing is contacted.
 */
public interface Artifacts {

  /** The files at the tip of the project's branch, by path; none where nothing was committed. */
  List<Listed> files(Repository.Place place) throws NotNow, NotEver;

  /** One file at the tip of the project's branch. */
  Optional<Content> file(Repository.Place place, String path) throws NotNow, NotEver;

  /** Hands over every file at the tip of the project's branch, whatever is in it, by path. */
  void each(Repository.Place place, Taking taking) throws NotNow, NotEver;

  /** Commits that changed the project's folder, and all of the project's own, the latest first. */
  List<Change> commits(Repository.Place place, int most) throws NotNow, NotEver;

  /** A commit with what it changed in the project's folder. */
  Optional<Detail> commit(Repository.Place place, String sha) throws NotNow, NotEver;

  /** The commit that a line of a file is from. */
  Optional<Change> blame(Repository.Place place, String path, int line) throws NotNow, NotEver;

  /**
   * A file in the list.
   *
   * @param path its place below the project's folder
   * @param bytes how large it is
   */
  record Listed(String path, long bytes) {}

  /** Takes a file as it lies there. */
  @FunctionalInterface
  interface Taking {
    void take(String path, byte[] bytes);
  }

  /** What is in a file. */
  sealed interface Content {
    /** Text. */
    record Text(String text) implements Content {}

    /** Something that can't be shown, with a sentence about why. */
    record Unshown(String why, long bytes) implements Content {}
  }

  /**
   * A commit.
   *
   * @param title its first line
   * @param author the name it gives
   * @param at when it was made
   * @param step the step it completed, if it is one of the project's
   * @param effect the effect that made it, if it is one of the project's
   */
  record Change(
      String sha,
      String title,
      String author,
      Instant at,
      @Nullable String step,
      @Nullable Long effect) {}

  /**
   * A commit with what it changed.
   *
   * @param message all that it says
   * @param files the paths that it changed, below the project's folder
   * @param diff unified; of the project's folder only
   * @param cut whether the diff was too long to be whole
   */
  record Detail(Change change, String message, List<String> files, String diff, boolean cut) {
    public Detail {
      files = List.copyOf(files);
    }
  }
}
