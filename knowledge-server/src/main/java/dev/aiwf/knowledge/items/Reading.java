package dev.aiwf.knowledge.items;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of reading folders: all that can be used, and all that is wrong. A file that was right
 * once and is wrong now is used as it was.
 */
public final class Reading {

  private final Library library;
  private final List<Problem> problems;
  private final Map<Path, Entry> right;

  private Reading(Library library, List<Problem> problems, Map<Path, Entry> right) {
    this.library = library;
    this.problems = problems.stream().sorted().toList();
    this.right = Map.copyOf(right);
  }

  /** Reads folders; the first is the one that comes with the product and holds the vocabulary. */
  public static Reading of(List<Folder> folders) {
    return of(folders, Map.of());
  }

  /** Reads them again. */
  public Reading again(List<Folder> folders) {
    return of(folders, right);
  }

  private static Reading of(List<Folder> folders, Map<Path, Entry> before) {
    List<Problem> problems = new ArrayList<>();
    Map<Path, Entry> right = new HashMap<>();
    Map<String, Entry> byFile = new LinkedHashMap<>();
    for (Folder folder : folders) {
      for (Path file : folder.files()) {
        ReadFile read = folder.read(file);
        problems.addAll(read.problems());
        Entry entry = read.entry().orElse(before.get(file));
        if (entry != null) {
          right.put(file, entry);
          byFile.put(read.file(), entry);
        }
      }
    }
    Vocabulary vocabulary = Vocabulary.read(folders.getFirst().path(), problems);
    return new Reading(Assembly.of(vocabulary, byFile, problems), problems, right);
  }

  /** All that can be used. */
  public Library library() {
    return library;
  }

  /** All that is wrong, by file and line. */
  public List<Problem> problems() {
    return problems;
  }
}
