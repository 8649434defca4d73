package dev.aiwf.testkit;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Repository.Collision;
import dev.aiwf.core.project.Repository.Keep;
import dev.aiwf.core.project.Repository.Resolution;
import dev.aiwf.core.turn.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Repositories in memory. */
public final class FakeRepositories implements Repositories {

  private static final String SIDECAR = "sidecar.yaml";

  private record Made(long number, Commit commit, Effect.Publish effect) {}

  private static final class Kept {
    private final List<Made> commits = new ArrayList<>();
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> asCommitted = new TreeMap<>();
    private final Map<String, String> rendered = new TreeMap<>();

    /** As the real ones do it, but for whole files rather than for lines. */
    Commit commit(Map<String, String> ours, List<Resolution> resolutions) {
      List<Edit> edits = new ArrayList<>();
      List<Collision> collisions = new ArrayList<>();
      List<String> changed = new ArrayList<>();
      ours.forEach((path, now) -> {
        String theirs = files.get(path);
        if (!commits.isEmpty() && !Objects.equals(asCommitted.get(path), theirs)) {
          edits.add(new Edit(path, path.equals(SIDECAR) ? told(theirs) : null));
        }
        String base = rendered.get(path);
        boolean oursStands = path.equals(SIDECAR) || Objects.equals(base, theirs);
        if (oursStands || now.equals(theirs) || settled(resolutions, path) == Keep.OURS) {
          files.put(path, now);
        } else if (!now.equals(base) && settled(resolutions, path) == null) {
          collisions.add(new Collision(path, blob(theirs), now, theirs == null ? "" : theirs));
          return;
        }
        rendered.put(path, now);
        if (!Objects.equals(theirs, files.get(path))) {
          changed.add(path);
        }
      });
      asCommitted.clear();
      asCommitted.putAll(files);
      return new Commit("%040x".formatted(commits.size() + 1), changed, edits, collisions, null);
    }

    private @Nullable Change told(@Nullable String theirs) {
      String before = asCommitted.get(SIDECAR);
      return before == null || theirs == null ? null : new Change(before, theirs);
    }

    private @Nullable Keep settled(List<Resolution> resolutions, String path) {
      return resolutions.stream()
          .filter(each -> each.path().equals(path) && each.theirs().equals(blob(files.get(path))))
          .map(Resolution::keep)
          .findFirst()
          .orElse(null);
    }

    private static String blob(@Nullable String text) {
      return text == null ? "0".repeat(40) : "%040x".formatted(text.hashCode() & 0xffffffffL);
    }
  }

  private final Map<Repository.Place, Kept> repositories = new LinkedHashMap<>();
  private final FakeArtifacts artifacts = new FakeArtifacts();

  @Override
  public synchronized Opened open(Effect.OpenRepository effect) {
    String project = effect.project().value();
    Repository.Place place =
        new Repository.Place(address(effect.project()), "aiwf/" + project, "aiwf/" + project);
    repositories.computeIfAbsent(place, _ -> new Kept());
    return new Opened(place, List.of(), List.of());
  }

  @Override
  public synchronized Commit publish(Publication publication) throws NotEver {
    Effect.Publish effect = publication.effect();
    long number = publication.number();
    List<File> files = publication.files();
    Kept kept = repositories.get(effect.place());
    if (kept == null) {
      throw new NotEver(effect.place().address() + " is gone.");
    }
    Optional<Made> made = kept.commits.stream().filter(m -> m.number() == number).findFirst();
    if (made.isPresent()) {
      return made.get().commit();
    }
    Map<String, String> texts = new TreeMap<>();
    for (File file : files) {
      check(file.path());
      if (texts.put(file.path(), file.text()) != null) {
        throw new NotEver("\"%s\" would be written twice.".formatted(file.path()));
      }
    }
    Commit commit = kept.commit(texts, publication.resolutions());
    kept.commits.add(new Made(number, commit, effect));
    kept.files.forEach(artifacts::put);
    return commit;
  }

  @Override
  public Artifacts artifacts() {
    return artifacts;
  }

  @Override
  public synchronized void remove(ProjectId project) {
    repositories.keySet().removeIf(place -> place.address().equals(address(project)));
  }

  private static String address(ProjectId project) {
    return "repositories/" + project + ".git";
  }

  private static void check(String path) throws NotEver {
    boolean odd =
        path.startsWith("/")
            || path.indexOf('\\') >= 0
            || path.indexOf(':') >= 0
            || path.codePoints().anyMatch(Character::isISOControl)
            || Arrays.stream(path.split("/", -1))
                .anyMatch(part ->
                    part.isEmpty()
                        || part.equals(".")
                        || part.equals("..")
                        || part.equalsIgnoreCase(".git"));
    if (odd) {
      throw new NotEver("\"%s\" is no path for a file in a repository.".formatted(path));
    }
  }

  /** The files of a project as they now are, by their paths in its folder. */
  public synchronized Map<String, String> files(Repository.Place place) {
    Kept kept = repositories.get(place);
    return kept == null ? Map.of() : Map.copyOf(kept.files);
  }

  /** Somebody writes a file there, or deletes it. */
  public synchronized void edit(Repository.Place place, String path, @Nullable String text) {
    Map<String, String> files = Objects.requireNonNull(repositories.get(place)).files;
    if (text == null) {
      files.remove(path);
    } else {
      files.put(path, text);
    }
  }

  /** The names of its commits, the earliest first. */
  public synchronized List<String> commits(Repository.Place place) {
    Kept kept = repositories.get(place);
    return kept == null ? List.of() : kept.commits.stream().map(m -> m.commit().sha()).toList();
  }

  /** What was published, the earliest first. */
  public synchronized List<Effect.Publish> published(Repository.Place place) {
    Kept kept = repositories.get(place);
    return kept == null ? List.of() : kept.commits.stream().map(Made::effect).toList();
  }
}
