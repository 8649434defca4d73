package dev.aiwf.web.api;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.guide.Behind;
import dev.aiwf.core.guide.Chain;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository.Place;
import dev.aiwf.web.access.Problem;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a decision, or a line of a file, is as it is. */
final class WhyRoutes {

  private static final int COMMITS = 500;
  private static final int LONGEST = 1_000;
  private static final Pattern LINE = Pattern.compile("(.+):(\\d{1,7})");

  private final Projects projects;
  private final Artifacts artifacts;

  WhyRoutes(Projects projects, Artifacts artifacts) {
    this.projects = projects;
    this.artifacts = artifacts;
  }

  void why(Context context, Projects.Standing standing) {
    String of = context.queryParam("of");
    if (of == null || of.isBlank() || of.length() > LONGEST) {
      throw Problem.invalid(
          "of", "Say what is meant: a decision like arch-001, or a line like project-spec.md:12.");
    }
    Matcher line = LINE.matcher(of);
    Api.answer(
        context,
        200,
        line.matches()
            ? line(standing, of, line.group(1), Integer.parseInt(line.group(2)))
            : answer(standing, of));
  }

  private WhyView answer(Projects.Standing standing, String of) {
    Chain chain =
        Chain.of(standing.workflow(), standing.sidecar(), of)
            .orElseThrow(() ->
                Problem.notFound("Nothing of that name was decided or answered here, so far."));
    return view(standing, of, null, List.of(chain));
  }

  private WhyView line(Projects.Standing standing, String of, String given, int number) {
    String path = ArtifactPath.checked(given);
    Place place =
        Optional.ofNullable(standing.sidecar().repository().place()).orElseThrow(WhyRoutes::noLine);
    Behind behind =
        Read.from(() -> artifacts.file(place, path))
            .filter(Artifacts.Content.Text.class::isInstance)
            .map(Artifacts.Content.Text.class::cast)
            .flatMap(content -> Behind.line(content.text(), number))
            .orElseThrow(WhyRoutes::noLine);
    Optional<Artifacts.Change> from = Read.from(() -> artifacts.blame(place, path, number));
    List<Chain> chains =
        from.map(Artifacts.Change::step)
            .map(step -> behind.decisions(standing.workflow(), standing.sidecar(), step))
            .orElse(List.of());
    ArtifactViews.Commit commit = from.map(ArtifactViews.Commit::of).orElse(null);
    return view(standing, of, WhyView.Line.of(path, number, behind, commit), chains);
  }

  private static Problem noLine() {
    return Problem.notFound("There is no such line in this project's folder.");
  }

  private WhyView view(
      Projects.Standing standing, String of, WhyView.@Nullable Line line, List<Chain> chains) {
    ProjectId project = standing.sidecar().id();
    return WhyView.of(of, line, chains, chain -> message(project, chain), titles(standing, chains));
  }

  private @Nullable Message message(ProjectId project, Chain chain) {
    return chain.messages().stream()
        .flatMap(key -> projects.message(project, key).stream())
        .findFirst()
        .orElse(null);
  }

  private Map<String, String> titles(Projects.Standing standing, List<Chain> chains) {
    Map<String, String> titles = new HashMap<>();
    Place place = standing.sidecar().repository().place();
    if (place != null && chains.stream().anyMatch(chain -> !chain.commits().isEmpty())) {
      Read.from(() -> artifacts.commits(place, COMMITS))
          .forEach(commit -> titles.put(commit.sha(), commit.title()));
    }
    return titles;
  }
}
