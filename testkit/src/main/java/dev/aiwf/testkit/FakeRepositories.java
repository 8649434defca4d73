package dev.aiwf.testkit;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.turn.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Repositories in memory. */
public final class FakeRepositories implements Repositories {

  private record Made(long number, Commit commit, Effect.Publish effect) {}

  private static final class Kept {
    private final List<Made> commits = new ArrayList<>();
    private final Map<String, String> files = new TreeMap<>();
  }

  private final Map<Repository.Place, Kept> repositories = new LinkedHashMap<>();

  @Override
  public synchronized Repository.Place open(Effect.OpenRepository effect) {
    String project = effect.project().value();
    Repository.Place place =
        new Repository.Place(address(effect.project()), "aiwf/" + project, "aiwf/" + project);
    repositories.computeIfAbsent(place, _ -> new Kept());
    return place;
  }

  @Override
  public synchronized Commit publish(Effect.Publish effect, long number, List<File> files)
      throws NotEver {
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
    List<String> changed =
        texts.keySet().stream()
            .filter(path -> !Objects.equals(texts.get(path), kept.files.get(path)))
            .toList();
    kept.files.putAll(texts);
    Commit commit = new Commit("%040x".formatted(kept.commits.size() + 1), changed);
    kept.commits.add(new Made(number, commit, effect));
    return commit;
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
