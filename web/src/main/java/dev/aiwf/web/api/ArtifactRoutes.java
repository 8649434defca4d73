package dev.aiwf.web.api;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.web.access.Problem;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in a project's folder of the repository, and how it came there. */
final class ArtifactRoutes {

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 500;

  private final Artifacts artifacts;

  ArtifactRoutes(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  void files(Context context, Projects.Standing standing) {
    Repository repository = standing.sidecar().repository();
    Repository.Place place = repository.place();
    List<Artifacts.Listed> files =
        place == null ? List.of() : Read.from(() -> artifacts.files(place));
    Api.answer(
        context,
        200,
        new ArtifactViews.Listed(
            files.stream()
                .map(file ->
                    new ArtifactViews.File(
                        file.path(), file.bytes(), step(repository, file.path())))
                .toList()));
  }

  void file(Context context, Projects.Standing standing) {
    String path = ArtifactPath.checked(context.pathParam("path"));
    switch (content(standing.sidecar(), path)) {
      case Artifacts.Content.Unshown(var why, _) -> throw Problem.of(Problem.Code.REFUSED, why);
      case Artifacts.Content.Text(var text) -> {
        if (wantsJson(context)) {
          String step = step(standing.sidecar().repository(), path);
          Api.answer(context, 200, new ArtifactViews.Text(path, text, step));
        } else {
          plain(context, path, text);
        }
      }
    }
  }

  private Artifacts.Content content(Sidecar sidecar, String path) {
    Repository.Place place = sidecar.repository().place();
    if (place == null) {
      throw none();
    }
    try {
      return artifacts.file(place, path).orElseThrow(ArtifactRoutes::none);
    } catch (NotEver e) {
      throw Problem.invalid("path", String.valueOf(e.getMessage()));
    } catch (NotNow e) {
      throw Problem.of(Problem.Code.REFUSED, String.valueOf(e.getMessage()));
    }
  }

  private static Problem none() {
    return Problem.notFound("There is no such file in this project's folder.");
  }

  /** What people wrote is only ever shown, by whatever opens it. */
  private static void plain(Context context, String path, String text) {
    context
        .contentType("text/plain; charset=utf-8")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Content-Disposition", ArtifactPath.disposition(path))
        .header("Cache-Control", "no-store")
        .result(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean wantsJson(Context context) {
    String accept = context.header("Accept");
    return accept != null && accept.contains("application/json");
  }

  private static @Nullable String step(Repository repository, String path) {
    return repository.commits().reversed().stream()
        .filter(commit -> commit.files().contains(path))
        .map(Repository.Commit::step)
        .findFirst()
        .orElse(null);
  }

  void commits(Context context, Projects.Standing standing) {
    Repository.Place place = standing.sidecar().repository().place();
    int limit = Read.limit(context, PAGE, LARGEST_PAGE);
    List<Artifacts.Change> commits =
        place == null ? List.of() : Read.from(() -> artifacts.commits(place, limit));
    Api.answer(
        context,
        200,
        new ArtifactViews.Commits(commits.stream().map(ArtifactViews.Commit::of).toList()));
  }

  void commit(Context context, Projects.Standing standing) {
    Repository.Place place = standing.sidecar().repository().place();
    Problem none = Problem.notFound("There is no such commit among this project's.");
    if (place == null) {
      throw none;
    }
    Api.answer(
        context,
        200,
        ArtifactViews.Detail.of(
            Read.from(() -> artifacts.commit(place, context.pathParam("sha")))
                .orElseThrow(() -> none)));
  }
}
