package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.OwnersFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a restore from taking a database away while somebody copies it: SQLite, when it leaves a
 * file that was replaced, would remove what its successor has just logged.
 */
final class RestoreLock implements AutoCloseable {

  private final FileChannel channel;

  private RestoreLock(FileChannel channel) {
    this.channel = channel;
  }

  /** With others who copy; waits for a restore. */
  static RestoreLock shared(Path data) throws IOException {
    return take(data, true);
  }

  /** Alone; waits for whoever copies or restores. */
  static RestoreLock alone(Path data) throws IOException {
    return take(data, false);
  }

  private static RestoreLock take(Path data, boolean shared) throws IOException {
    OwnersFile.makeFolder(data);
    FileChannel channel =
        FileChannel.open(
            data.resolve("restore.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      // Kept by the channel, and let go when it is closed.
      var _ = channel.lock(0, Long.MAX_VALUE, shared);
      return new RestoreLock(channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new BackupTrouble("A backup or a restore is running here already. Try again later.", e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
