package dev.aiwf.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What every figure depends on: how many cores there are, and what an fsync costs. */
record Machine(int cores, String java, String commit, Path disk) {

  private static final int BLOCK = 4096;
  private static final int FSYNCS = 1_000;

  static Machine here(Path home, Path disk) throws IOException {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version", "?"),
        commit(home).orElse("unknown"),
        disk);
  }

  private static Optional<String> commit(Path home) throws IOException {
    Process git =
        new ProcessBuilder("git", "-C", home.toString(), "rev-parse", "--short", "HEAD").start();
    String commit = new String(git.getInputStream().readAllBytes(), Texts.UTF_8).strip();
    return Optional.of(commit).filter(text -> !text.isEmpty());
  }

  /** How long writing and forcing a block takes where the data folders are, in nanoseconds. */
  static Latencies fsync(Path disk) throws IOException {
    Path file = disk.resolve("fsync");
    long[] took = new long[FSYNCS];
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
      for (int i = 0; i < took.length; i++) {
        long begun = System.nanoTime();
        block.clear();
        channel.write(block);
        channel.force(false);
        took[i] = System.nanoTime() - begun;
      }
    } finally {
      Files.deleteIfExists(file);
    }
    return new Latencies(took, took.length);
  }

  /** The line that stands beside every table. */
  String line() throws IOException {
    Latencies fsync = fsync(disk);
    return "%d cores, Java %s, commit %s, fsync of 4 KiB: median %s, p99 %s"
        .formatted(cores, java, commit, Texts.time(fsync.at(50)), Texts.time(fsync.at(99)));
  }
}
