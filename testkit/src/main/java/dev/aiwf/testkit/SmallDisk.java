package dev.aiwf.testkit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk of three megabytes, in memory, that is there for one test alone. Nothing is ever deleted
 * through it: it goes away as a whole.
 */
public final class SmallDisk implements AutoCloseable {

  private static final int A_PAGE = 4_096;
  private static final Duration TO_LET_GO = Duration.ofSeconds(20);
  private static final List<Path> PROGRAMS = List.of(Path.of("/usr/bin"), Path.of("/bin"));

  private final Path folder;
  private final Path ballast;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  /** Mounts one, or skips the test where that can't be done. */
  public static SmallDisk mounted() throws IOException {
    if (!Files.exists(Path.of("/proc/self/mounts"))
        || !Files.getOwner(Path.of("/proc/self/")).getName().equals("root")) {
      throw skipped("only root on Linux may mount one");
    }
    Path folder = Files.createTempDirectory("aiwf-small-disk");
    if (!ran("mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs", folder.toString())) {
      Files.delete(folder);
      throw skipped("this machine lets nobody mount one");
    }
    return new SmallDisk(folder);
  }

  private static RuntimeException skipped(String why) {
    String sentence = "What a full disk does is not tested here: it needs a small disk, and " + why;
    System.out.println(sentence + ".");
    return abort(sentence);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Leaves that many pages free, and not a byte more. */
  public void fill(int pagesLeft) throws IOException {
    try (FileChannel file =
        FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.position(file.size());
      ByteBuffer page = ByteBuffer.allocate(A_PAGE);
      while (wrote(file, page.clear())) {}
      file.truncate(Math.max(0, file.size() / A_PAGE - pagesLeft) * A_PAGE);
    }
  }

  private static boolean wrote(FileChannel file, ByteBuffer page) {
    try {
      return file.write(page) == A_PAGE;
    } catch (IOException e) {
      return false; // No space left on device.
    }
  }

  /** Makes room again. */
  public void makeRoom() throws IOException {
    Files.delete(ballast);
  }

  @Override
  public void close() throws IOException {
    // Whoever worked on it may take a moment to let go of the last file.
    await().atMost(TO_LET_GO).until(() -> ran("umount", folder.toString()));
    Files.delete(folder);
  }

  private static boolean ran(String program, String... arguments) {
    Path file =
        PROGRAMS.stream()
            .map(folder -> folder.resolve(program))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (file == null) {
      return false;
    }
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
