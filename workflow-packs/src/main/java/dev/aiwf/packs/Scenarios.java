package dev.aiwf.packs;

import dev.aiwf.core.scenario.Scenario;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads scenarios: those that packs ship, and those that anybody writes. */
public final class Scenarios {

  /** The folder of a pack that holds its scenarios. */
  static final String FOLDER = "scenarios";

  /** The folder of a pack that holds what people and a model said to each other. */
  static final String TALKS = "conversations";

  private Scenarios() {}

  /** The scenario in a file. In a pack's folder it plays in that pack, unless it says otherwise. */
  public static ScenarioRead read(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    PackFolder folder = folder(whole);
    String name = folder == null ? file.toString() : folder.prompt(named(whole.getParent(), whole));
    return read(file, name, folder);
  }

  private static String named(@Nullable Path folder, Path file) {
    return (folder == null ? "" : folder.getFileName() + "/") + file.getFileName();
  }

  /** The scenarios of every pack under a root, by pack and file. */
  public static List<ScenarioRead> shipped(Path root) {
    return shipped(root, FOLDER);
  }

  /** The recorded conversations of every pack under a root, by pack and file. */
  public static List<ScenarioRead> recorded(Path root) {
    return shipped(root, TALKS);
  }

  private static List<ScenarioRead> shipped(Path root, String where) {
    List<ScenarioRead> read = new ArrayList<>();
    try {
      for (PackFolder folder : PackFolder.under(root, new TreeSet<>())) {
        for (Path file : files(folder, where)) {
          read.add(read(file, folder.prompt(where + "/" + file.getFileName()), folder));
        }
      }
    } catch (IOException e) {
      read.add(
          new ScenarioRead(
              Optional.empty(),
              List.of(
                  new Problem(
                      "prompts", 1, "This can't be read: " + e.getClass().getSimpleName() + "."))));
    }
    return read;
  }

  private static ScenarioRead read(Path file, String name, @Nullable PackFolder folder) {
    TreeSet<Problem> problems = new TreeSet<>();
    Source source = new Source(name, problems);
    Optional<Scenario> scenario =
        TextFile.read(source, file)
            .flatMap(text -> TreeReader.read(source, text))
            .flatMap(tree -> ScenarioReader.read(source, folder, tree));
    return new ScenarioRead(scenario.filter(_ -> problems.isEmpty()), List.copyOf(problems));
  }

  private static List<Path> files(PackFolder folder, String where) throws IOException {
    Path scenarios = folder.prompts().resolve(where);
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(scenarios)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(scenarios, "*.{yaml,yml}")) {
        found.forEach(files::add);
      }
    }
    return files.stream().sorted().toList();
  }

  /**
   * The pack that a file lies in, if it lies in such a folder of {@code prompts/<id>/<version>}.
   */
  private static @Nullable PackFolder folder(Path file) {
    int names = file.getNameCount();
    if (names < 5
        || !List.of(FOLDER, TALKS).contains(file.getName(names - 2).toString())
        || !file.getName(names - 5).toString().equals("prompts")) {
      return null;
    }
    Path root = file.resolve("../../../../..").normalize();
    String version = file.getName(names - 3).toString();
    return Semver.of(version).isPresent()
        ? new PackFolder(root, file.getName(names - 4).toString(), version)
        : null;
  }
}
