package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where the measurements run.
 *
 * @param home the checkout
 * @param work where data folders are made: on a disk, as a real one is
 * @param report where the tables go
 */
record Bench(Path home, Path work, Report report) {

  /** How often everything is repeated; the median counts. */
  static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

  /** How long one load lasts. */
  static final int SECONDS = Integer.getInteger("bench.seconds", 4);

  static Bench in(Path home) throws IOException {
    Path target = home.resolve("bench/target");
    String elsewhere = System.getProperty("bench.work", "");
    Path work =
        Files.createDirectories(
            elsewhere.isEmpty() ? target.resolve("work") : Path.of(elsewhere).toAbsolutePath());
    return new Bench(home, work, new Report(target, Machine.here(home, work)));
  }

  /** An empty folder of that name. */
  Path folder(String name) throws IOException {
    Path folder = work.resolve(name);
    delete(folder);
    return Files.createDirectories(folder);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
