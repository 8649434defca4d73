package dev.aiwf.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds packs among the resources, on disk: their reader takes folders, not resources. */
final class PackFolders {

  private PackFolders() {}

  /** The root that holds these files, copied out where they lie in a jar. */
  static Path root(String folder, List<String> files) {
    try {
      URL first = PackFolders.class.getResource("/" + folder + "/" + files.getFirst());
      if (first == null) {
        throw new IllegalStateException("no resource " + folder + "/" + files.getFirst());
      }
      URI uri = first.toURI();
      return uri.getScheme().equals("file")
          ? above(Path.of(uri), files.getFirst())
          : copied(folder, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path above(Path file, String name) {
    Path root = file;
    for (int i = 0; i < Path.of(name).getNameCount(); i++) {
      Path parent = root.getParent();
      if (parent == null) {
        throw new IllegalStateException(file + " does not end in " + name);
      }
      root = parent;
    }
    return root;
  }

  static Path copied(String folder, List<String> files) throws IOException {
    Path root = Files.createTempDirectory("packs");
    for (String file : files) {
      Path to = root.resolve(file);
      Path parent = to.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      try (InputStream in = PackFolders.class.getResourceAsStream("/" + folder + "/" + file)) {
        if (in == null) {
          throw new IllegalStateException("no resource " + folder + "/" + file);
        }
        Files.copy(in, to);
      }
      to.toFile().deleteOnExit();
    }
    return root;
  }
}
