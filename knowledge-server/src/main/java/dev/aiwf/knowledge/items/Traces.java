package dev.aiwf.knowledge.items;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What shows that files have changed: when they were written, and how long they are. */
public record Traces(Map<Path, String> files) {

  public Traces {
    files = Map.copyOf(files);
  }

  /** The traces of all files that are read from folders. */
  public static Traces of(List<Folder> folders) {
    Map<Path, String> traces = new TreeMap<>();
    for (Folder folder : folders) {
      folder.files().forEach(file -> add(traces, file));
    }
    Path vocabulary = folders.getFirst().path();
    add(traces, vocabulary.resolve(Vocabulary.TOPICS));
    add(traces, vocabulary.resolve(Vocabulary.SYNONYMS));
    return new Traces(traces);
  }

  private static void add(Map<Path, String> traces, Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      traces.put(file, found.lastModifiedTime() + " " + found.size());
    } catch (IOException e) {
      traces.put(file, "can't be read");
    }
  }
}
