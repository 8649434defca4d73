package dev.aiwf.web.pages;

import dev.aiwf.core.guide.Behind;
import dev.aiwf.core.guide.Chain;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.rules.Words;
import dev.aiwf.web.access.Problem;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was committed for a project, and why it is as it is. */
final class Files {

  private static final int COMMITS = 50;
  private static final int KILO = 1024;
  private static final Pattern PHASE = Pattern.compile("phase-(\\d+)\\b.*");

  private final Sides sides;
  private final Artifacts artifacts;

  Files(Sides sides, Artifacts artifacts) {
    this.sides = sides;
    this.artifacts = artifacts;
  }

  void list(Context context) {
    Projects.Standing standing = sides.standing(context);
    Shell shell = sides.shell(context, standing, Shell.Tab.ARTIFACTS, null);
    Repository.Place place = standing.sidecar().repository().place();
    if (place == null) {
      sides.page(
          context,
          "artifacts.jte",
          new ArtifactsView(shell, List.of(), List.of(), null, null, null));
      return;
    }
    sides.page(context, "artifacts.jte", listed(shell, place));
  }

  /** A repository that can't be read just now is said beside what else there is. */
  private ArtifactsView listed(Shell shell, Repository.Place place) {
    String remote = Remote.of(place).map(Remote::folder).orElse(null);
    String clone = "git clone --branch %s %s".formatted(place.branch(), place.address());
    try {
      return new ArtifactsView(
          shell,
          folders(shell, artifacts.files(place)),
          artifacts.commits(place, COMMITS).stream().map(change -> commit(shell, change)).toList(),
          remote,
          clone,
          null);
    } catch (NotNow | NotEver e) {
      return new ArtifactsView(shell, List.of(), List.of(), remote, clone, e.getMessage());
    }
  }

  private ArtifactsView.Commit commit(Shell shell, Artifacts.Change change) {
    return ArtifactsView.Commit.of(
        shell, change, Ago.of(change.at(), sides.parts().clock().instant()));
  }

  private static List<ArtifactsView.Folder> folders(Shell shell, List<Artifacts.Listed> files) {
    Map<String, List<ArtifactsView.File>> folders = new LinkedHashMap<>();
    folders.put("", new ArrayList<>());
    for (Artifacts.Listed file : files) {
      int end = file.path().lastIndexOf('/');
      folders
          .computeIfAbsent(file.path().substring(0, Math.max(end, 0)), _ -> new ArrayList<>())
          .add(
              new ArtifactsView.File(
                  file.path().substring(end + 1), address(shell, file.path()), size(file.bytes())));
    }
    return folders.entrySet().stream()
        .filter(folder -> !folder.getValue().isEmpty())
        .map(folder ->
            new ArtifactsView.Folder(id(folder.getKey()), folder.getKey(), folder.getValue()))
        .toList();
  }

  /** A phase's own folder, and no other in it, is where its picture leads. */
  private static String id(String folder) {
    Matcher phase = PHASE.matcher(folder);
    return phase.matches() && folder.indexOf('/') < 0
        ? "phase-" + phase.group(1)
        : "folder-" + folder.replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static String size(long bytes) {
    return bytes < KILO ? bytes + " B" : "%d KB".formatted((bytes + KILO - 1) / KILO);
  }

  private static String address(Shell shell, String path) {
    return shell.at(Shell.Tab.ARTIFACTS) + "/" + encoded(path);
  }

  private static String encoded(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  void file(Context context) {
    Projects.Standing standing = sides.standing(context);
    Repository.Place place = placed(standing);
    String path = context.pathParam("path");
    Artifacts.Content content =
        Reading.from(() -> artifacts.file(place, path)).orElseThrow(Files::none);
    Shell shell = sides.shell(context, standing, Shell.Tab.ARTIFACTS, path);
    boolean markdown = path.endsWith(".md");
    boolean source = !markdown || context.queryParam("source") != null || line(context) > 0;
    String text = content instanceof Artifacts.Content.Text(var found) ? found : null;
    sides.page(
        context,
        "file.jte",
        new FilePage(
            shell,
            path,
            text == null || source ? null : Markdown.document(text),
            text != null && source ? text.lines().toList() : List.of(),
            content instanceof Artifacts.Content.Unshown(var why, _) ? why : null,
            markdown,
            address(shell, path),
            "/api" + address(shell, path),
            Remote.of(place).map(remote -> remote.file(path)).orElse(null),
            text == null ? null : why(standing, shell, path, text, line(context))));
  }

  private static int line(Context context) {
    String line = Optional.ofNullable(context.queryParam("line")).orElse("");
    return line.matches("\\d{1,7}") ? Integer.parseInt(line) : 0;
  }

  private FilePage.@Nullable Why why(
      Projects.Standing standing, Shell shell, String path, String text, int line) {
    Optional<Behind> behind = Behind.line(text, line);
    if (behind.isEmpty()) {
      return null;
    }
    Repository.Place place = placed(standing);
    Optional<Artifacts.Change> from = Reading.from(() -> artifacts.blame(place, path, line));
    List<Chain> decisions =
        from.map(Artifacts.Change::step)
            .map(step -> behind.get().decisions(standing.workflow(), standing.sidecar(), step))
            .orElse(List.of());
    return new FilePage.Why(
        line,
        behind.get().line(),
        from.map(change -> commit(shell, change)).orElse(null),
        decisions);
  }

  void commit(Context context) {
    Projects.Standing standing = sides.standing(context);
    Repository.Place place = placed(standing);
    Artifacts.Detail detail =
        Reading.from(() -> artifacts.commit(place, context.pathParam("sha")))
            .orElseThrow(() -> Problem.notFound("There is no such commit of this project."));
    String sha = detail.change().sha();
    Shell shell = sides.shell(context, standing, Shell.Tab.ARTIFACTS, Words.commit(sha));
    sides.page(
        context,
        "commit.jte",
        new CommitPage(
            shell,
            commit(shell, detail.change()),
            detail.message().lines().skip(1).collect(Collectors.joining("\n")).strip(),
            CommitPage.lines(detail.diff()),
            detail.cut(),
            Remote.of(place).map(remote -> remote.commit(sha)).orElse(null)));
  }

  private static Repository.Place placed(Projects.Standing standing) {
    return Optional.ofNullable(standing.sidecar().repository().place()).orElseThrow(Files::none);
  }

  private static Problem none() {
    return Problem.notFound("There is no such file in this project's folder.");
  }
}
