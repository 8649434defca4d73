package dev.aiwf.knowledge.items;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A folder of items and sources.
 *
 * @param path where it is
 * @param team whether it is a team's, and not what comes with the product
 */
public record Folder(Path path, boolean team) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?");
  private static final String ENDING = ".yaml";
  private static final String SOURCES = "sources";

  /** The items' and sources' files, in the order of their names. */
  List<Path> files() {
    List<Path> files = new ArrayList<>(filesIn(SOURCES));
    for (Kind kind : Kind.values()) {
      files.addAll(filesIn(kind.folder()));
    }
    return files;
  }

  private List<Path> filesIn(String name) {
    Path folder = path.resolve(name);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      // What begins with a dot is an editor's or a system's.
      return files.filter(file -> !name(file).startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder can't be read: " + folder, e);
    }
  }

  /** How problems name a file: a team's by all of its path, for there may be several folders. */
  String shown(Path file) {
    return (team ? file : path.relativize(file)).toString().replace('\\', '/');
  }

  /** Reads one of its files. */
  ReadFile read(Path file) {
    List<Problem> problems = new ArrayList<>();
    String shown = shown(file);
    Report report = new Report(shown, problems);
    String name = name(file);
    String id = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    if (!NAME.matcher(id).matches()) {
      report.problem(
          1,
          Problem.Code.WRONG_NAME,
          "A file is called after its id, as in chunk-size.yaml: up to 60 lower-case letters,"
              + " digits and hyphens.");
    }
    String folder = name(file.getParent());
    Optional<Entry> entry =
        YamlFile.read(report, file).flatMap(node -> entry(report, folder, id, node));
    return new ReadFile(shown, problems.isEmpty() ? entry : Optional.empty(), problems);
  }

  private Optional<Entry> entry(Report report, String folder, String id, Node node) {
    if (folder.equals(SOURCES)) {
      return SourceReader.read(report, id, team, node);
    }
    for (Kind kind : Kind.values()) {
      if (kind.folder().equals(folder)) {
        return ItemReader.read(report, id, team, kind, node);
      }
    }
    report.problem(
        1,
        Problem.Code.WRONG_NAME,
        "The folder says what a file is: sources, decisions, patterns, warnings or methodologies.");
    return Optional.empty();
  }

  private static String name(@Nullable Path path) {
    Path name = path == null ? null : path.getFileName();
    return name == null ? "" : name.toString();
  }
}
