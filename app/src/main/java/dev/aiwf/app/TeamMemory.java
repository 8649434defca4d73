package dev.aiwf.app;

import dev.aiwf.core.guide.CaseStudy;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.ProjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps what finished projects decided as files of a team's own knowledge. Whoever reads the folder
 * meanwhile never sees half a file, nor an item without its source.
 */
final class TeamMemory implements Memory {

  private final Path folder;
  private final Function<String, Set<String>> topics;

  /**
   * Keeps files in a folder.
   *
   * @param topics which topics of the knowledge base somebody's words mean
   */
  TeamMemory(Path folder, Function<String, Set<String>> topics) {
    this.folder = folder;
    this.topics = topics;
  }

  @Override
  public void keep(CaseStudy study) throws NotNow {
    Map<String, String> files = CaseFiles.of(study, topics);
    if (files.isEmpty()) {
      return;
    }
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        write(folder.resolve(file.getKey()), file.getValue());
      }
      for (Path file : files(study.project())) {
        if (!files.containsKey(name(file))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new NotNow("What %s decided can't be kept in %s".formatted(study.project(), folder), e);
    }
  }

  @Override
  public void remove(ProjectId project) throws NotNow {
    try {
      for (Path file : files(project)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new NotNow("What %s decided can't be removed from %s".formatted(project, folder), e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return;
    }
    Path half = file.resolveSibling("." + file.getFileName());
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(half, text);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A project's files, its source last, with those that were left half. */
  private List<Path> files(ProjectId project) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String kind : CaseFiles.FOLDERS.reversed()) {
      Path in = folder.resolve(kind);
      if (Files.isDirectory(in)) {
        try (Stream<Path> files = Files.list(in)) {
          files.filter(file -> CaseFiles.isOf(project, name(file))).forEach(all::add);
        }
      }
    }
    return all;
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
