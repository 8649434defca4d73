package dev.aiwf.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Measures what an acknowledgement waits for. */
final class Disk {

  private static final int WRITES = 25;
  private static final int A_PAGE = 4_096;

  private Disk() {}

  /** How many nanoseconds it takes until a page is on the disk, as the median of some. */
  static long sync(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "doctor", ".tmp");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long[] took = new long[WRITES];
      for (int i = 0; i < WRITES; i++) {
        long begun = System.nanoTime();
        channel.write(ByteBuffer.allocate(A_PAGE));
        channel.force(false);
        took[i] = System.nanoTime() - begun;
      }
      Arrays.sort(took);
      return took[WRITES / 2];
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
