package dev.aiwf.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything a program must not lose. One process has it at a time: the lock
 * is the operating system's, so that it ends with the process however that ends.
 */
public final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it if it is not there.
   *
   * @throws InUse if another process has it
   */
  public static DataFolder take(Path path) throws InUse {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("aiwf.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new InUse(path);
      }
      return new DataFolder(path, channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + path + " can't be written", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Where a data folder keeps the projects' own repositories. */
  public static Path repositories(Path data) {
    return data.resolve("repositories");
  }

  @Override
  public void close() {
    try {
      if (lock.isValid()) {
        lock.release();
      }
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another process has the folder. */
  public static final class InUse extends Exception {
    private static final long serialVersionUID = 1L;

    InUse(Path path) {
      super("Another aiwf is running on the data folder " + path + ".");
    }
  }
}
