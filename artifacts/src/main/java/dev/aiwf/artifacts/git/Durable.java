package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Forces to the disk what JGit does not: the names of files, and the files of a new repository. */
final class Durable {

  private Durable() {}

  /**
   * Forces the names in a directory. A renamed file's content may be on the disk and its name not;
   * JGit forces contents only.
   */
  static void directory(Path directory) throws IOException {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      // There a directory can't be opened, and its names need no forcing.
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Forces a file's name, and those of the directories between it and the top. */
  static void namesAbove(Path file, Path top) throws IOException {
    Path directory = file.getParent();
    while (directory != null && !directory.equals(top)) {
      directory(directory);
      directory = directory.getParent();
    }
  }

  static void filesUnder(Path root) throws IOException {
    forceUnder(root, StandardOpenOption.WRITE);
  }

  /** The same for files that nobody may write any more, as git's packs are. */
  static void readOnlyFilesUnder(Path root) throws IOException {
    forceUnder(root, StandardOpenOption.READ);
  }

  private static void forceUnder(Path root, StandardOpenOption how) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.toList();
    }
    for (Path each : all) {
      if (Files.isDirectory(each)) {
        directory(each);
      } else {
        try (FileChannel channel = FileChannel.open(each, how)) {
          channel.force(true);
        }
      }
    }
  }
}
