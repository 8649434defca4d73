package dev.aiwf.testkit;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.project.Repository;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Files in memory, the same for every project, with no history. */
public final class FakeArtifacts implements Artifacts {

  private final Map<String, String> texts = new ConcurrentSkipListMap<>();
  private final Map<String, Content.Unshown> unshown = new ConcurrentSkipListMap<>();

  /** Lays a text there. */
  public void put(String path, String text) {
    texts.put(path, text);
  }

  /** Lays something there that can't be shown. */
  public void put(String path, Content.Unshown content) {
    unshown.put(path, content);
  }

  @Override
  public List<Listed> files(Repository.Place place) {
    return texts.entrySet().stream()
        .map(file ->
            new Listed(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8).length))
        .toList();
  }

  @Override
  public Optional<Content> file(Repository.Place place, String path) {
    return Optional.<Content>ofNullable(unshown.get(path))
        .or(() -> Optional.ofNullable(texts.get(path)).map(Content.Text::new));
  }

  @Override
  public void each(Repository.Place place, Taking taking) {
    texts.forEach((path, text) -> taking.take(path, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public List<Change> commits(Repository.Place place, int most) {
    return List.of();
  }

  @Override
  public Optional<Detail> commit(Repository.Place place, String sha) {
    return Optional.empty();
  }

  @Override
  public Optional<Change> blame(Repository.Place place, String path, int line) {
    return Optional.empty();
  }
}
