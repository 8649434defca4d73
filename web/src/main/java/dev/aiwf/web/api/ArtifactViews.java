package dev.aiwf.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.aiwf.core.port.Artifacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in the repository, as the API shows it. */
final class ArtifactViews {

  private ArtifactViews() {}

  record Listed(List<File> artifacts) {}

  /** A file, and the step that wrote it last; none if only people ever did. */
  record File(String path, long bytes, @Nullable String step) {}

  /** A file with its text. */
  record Text(String path, String text, @Nullable String step) {}

  record Commits(List<Commit> commits) {}

  /** A commit. */
  record Commit(
      String sha,
      String title,
      String author,
      Instant at,
      @Nullable String step,
      @Nullable Long effect) {

    static Commit of(Artifacts.Change change) {
      return new Commit(
          change.sha(),
          change.title(),
          change.author(),
          change.at(),
          change.step(),
          change.effect());
    }
  }

  /** A commit with what it changed. */
  record Detail(
      @JsonUnwrapped Commit commit, String message, List<String> files, String diff, boolean cut) {

    static Detail of(Artifacts.Detail detail) {
      return new Detail(
          Commit.of(detail.change()),
          detail.message(),
          detail.files(),
          detail.diff(),
          detail.cut());
    }
  }
}
