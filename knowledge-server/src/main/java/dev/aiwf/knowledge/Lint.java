package dev.aiwf.knowledge;

import dev.aiwf.knowledge.items.Folder;
import dev.aiwf.knowledge.items.Problem;
import dev.aiwf.knowledge.items.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with items before anybody serves them. */
public final class Lint {

  private final Path bundled;

  /** Checks items against what comes with the product: its topics, its sources, its ids. */
  public Lint(Path bundled) {
    this.bundled = whole(bundled);
  }

  /** All that is wrong with these files, and with all files of these folders. */
  public List<Problem> of(List<Path> paths) {
    List<Problem> problems = new ArrayList<>();
    Set<Path> wanted = new LinkedHashSet<>();
    Set<Path> folders = new LinkedHashSet<>();
    for (Path path : paths) {
      Path whole = whole(path);
      Path folder = Files.isDirectory(whole) ? whole : folderOf(whole);
      if (folder == null || !Files.exists(whole)) {
        problems.add(
            new Problem(
                path.toString(),
                1,
                Problem.Code.UNREADABLE,
                "There is no such file. An item lies in a folder of its kind, such as"
                    + " knowledge/warnings/an-id.yaml."));
      } else {
        wanted.add(whole);
        folders.add(folder);
      }
    }
    problems.addAll(wrong(folders, wanted));
    return problems;
  }

  /** By one name, whichever way somebody came there. */
  private static Path whole(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static @Nullable Path folderOf(Path file) {
    Path kind = file.getParent();
    return kind == null ? null : kind.getParent();
  }

  private List<Problem> wrong(Set<Path> folders, Set<Path> wanted) {
    List<Folder> all = new ArrayList<>(List.of(new Folder(bundled, false)));
    folders.stream()
        .filter(folder -> !folder.equals(bundled))
        .forEach(folder -> all.add(new Folder(folder, true)));
    return Reading.of(all).problems().stream()
        .filter(problem -> wanted.stream().anyMatch(bundled.resolve(problem.file())::startsWith))
        .toList();
  }
}
