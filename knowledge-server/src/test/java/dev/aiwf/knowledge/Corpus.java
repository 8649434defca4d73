package dev.aiwf.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A small invented knowledge base, with the vocabulary that comes with the product. */
public final class Corpus {

  /** The project's own folder; tests run in their module's. */
  public static final Path BUNDLED = Path.of("..", "knowledge");

  private Corpus() {}

  /** Lays it out in a folder, to be changed as a test likes. */
  public static Path in(Path folder) {
    Path from = Path.of("src/test/resources/corpus");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        var _ = Files.copy(file, to);
      }
      for (String vocabulary : List.of("topics.yaml", "synonyms.yaml")) {
        var _ =
            Files.copy(
                BUNDLED.resolve(vocabulary),
                folder.resolve(vocabulary),
                StandardCopyOption.REPLACE_EXISTING);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file there, or something else in its place. */
  public static Path write(Path folder, String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in a file of it. */
  public static String text(Path folder, String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
