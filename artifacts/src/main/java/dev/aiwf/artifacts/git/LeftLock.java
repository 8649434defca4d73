package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The lock of a process that was killed between taking it and moving the branch. Git never takes
 * such a lock away, and every commit after would wait for it.
 */
final class LeftLock {

  /** A lock is held for as long as one small file takes to write. */
  private static final Duration LONG_AGO = Duration.ofMinutes(1);

  /** Disks tell times a little behind the clock; no process starts as quickly as this. */
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private LeftLock() {}

  /**
   * Takes the lock away if nobody can hold it any more: it is from before this process began, which
   * is the only one that writes here, or older than any commit takes.
   *
   * @return whether it is gone
   */
  static boolean takeAway(Path branch, Instant begun, Instant now) throws IOException {
    Path lock = branch.resolveSibling(branch.getFileName() + ".lock");
    try {
      Instant taken = Files.getLastModifiedTime(lock).toInstant();
      if (taken.plus(A_MOMENT).isBefore(begun) || taken.plus(LONG_AGO).isBefore(now)) {
        Files.deleteIfExists(lock);
        return true;
      }
      return false;
    } catch (NoSuchFileException e) {
      return true;
    }
  }
}
