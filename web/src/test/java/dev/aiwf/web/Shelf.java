package dev.aiwf.web;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Repository;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder that a test fills, with the commits that it says there were. */
final class Shelf implements Artifacts {

  final Map<String, byte[]> files = new TreeMap<>();
  final List<Detail> commits = new ArrayList<>();
  private @Nullable String trouble;
  private @Nullable String later;
  private int handedOver = Integer.MAX_VALUE;

  void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** From now on nothing can be read. */
  void breaks(String why) {
    trouble = why;
  }

  /** From now on so many files are handed over, and then no more can be read. */
  void breaksAfter(int most, String why) {
    handedOver = most;
    later = why;
  }

  private void check() throws NotNow {
    if (trouble != null) {
      throw new NotNow(trouble, (Throwable) null);
    }
  }

  @Override
  public List<Listed> files(Repository.Place place) throws NotNow {
    check();
    return files.entrySet().stream()
        .map(file -> new Listed(file.getKey(), file.getValue().length))
        .toList();
  }

  @Override
  public Optional<Content> file(Repository.Place place, String path) throws NotNow, NotEver {
    check();
    if (path.startsWith("aux")) {
      throw new NotEver("\"%s\" is no path for a file in a repository.".formatted(path));
    }
    byte[] bytes = files.get(path);
    if (bytes == null) {
      return Optional.empty();
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return Optional.of(
        Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
            ? new Content.Text(text)
            : new Content.Unshown("The file is no text in UTF-8.", bytes.length));
  }

  @Override
  public void each(Repository.Place place, Taking taking) throws NotNow {
    check();
    files.entrySet().stream()
        .limit(handedOver)
        .forEach(file -> taking.take(file.getKey(), file.getValue()));
    if (later != null) {
      throw new NotNow(later, (Throwable) null);
    }
  }

  @Override
  public List<Change> commits(Repository.Place place, int most) throws NotNow {
    check();
    return commits.stream().map(Detail::change).limit(most).toList();
  }

  @Override
  public Optional<Detail> commit(Repository.Place place, String sha) throws NotNow {
    check();
    return commits.stream().filter(detail -> detail.change().sha().equals(sha)).findFirst();
  }

  @Override
  public Optional<Change> blame(Repository.Place place, String path, int line) throws NotNow {
    check();
    return commits.stream()
        .filter(detail -> detail.files().contains(path))
        .map(Detail::change)
        .findFirst();
  }
}
