package dev.aiwf.artifacts.render;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.workflow.Depth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The files that one of the runs leaves: as they are rendered, and as they are kept. */
record Golden(String run, Depth depth) {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  /** A run takes a while, and always comes to the same. */
  private static final Map<Golden, Projects.Standing> PLAYED = new ConcurrentHashMap<>();

  /** Three architectures at three depths. */
  static Stream<Golden> all() {
    return Stream.of("rag-only", "fine-tuning", "hybrid")
        .flatMap(run -> Arrays.stream(Depth.values()).map(depth -> new Golden(run, depth)));
  }

  Projects.Standing played() {
    return PLAYED.computeIfAbsent(this, _ -> Runs.of(run).play(depth));
  }

  List<File> rendered() {
    Projects.Standing end = played();
    return new MustacheRenderer().render(end.workflow(), end.sidecar());
  }

  List<File> kept() {
    try (Stream<Path> all = Files.walk(folder())) {
      return all.filter(Files::isRegularFile).map(this::kept).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private File kept(Path file) {
    try {
      return new File(
          folder().relativize(file).toString().replace('\\', '/'),
          Files.readString(file).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(List<File> files) throws IOException {
    if (Files.isDirectory(folder())) {
      try (Stream<Path> old = Files.walk(folder())) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (File file : files) {
      Path to = folder().resolve(file.path());
      Files.createDirectories(to.getParent());
      Files.writeString(to, file.text());
    }
  }

  private Path folder() {
    return FOLDER.resolve(run + "-" + depth.key());
  }

  @Override
  public String toString() {
    return run + ", " + depth.key();
  }
}
