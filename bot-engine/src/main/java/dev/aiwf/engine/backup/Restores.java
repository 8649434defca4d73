package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.Migration;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.OwnersFile;
import dev.aiwf.engine.store.UnusableDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/**
 * Puts backups back. A restore is first made ready beside what is there, which may go on working;
 * the next start of the engine takes it up.
 *
 * @param backups of the place that is restored; what is there is kept as one
 */
public record Restores(Backups backups) {

  /**
   * What a backup holds.
   *
   * @param at when it was made, in ISO's notation
   * @param database what it was made from
   */
  public record Contents(String at, String program, String database, long rows, long files) {}

  /**
   * What was put back.
   *
   * @param from the backup's file
   * @param keptIn where the state before is kept, if there was one
   * @param held how many effects wait for a word
   */
  public record Done(String from, Optional<Path> keptIn, long rows, long files, int held) {}

  /** Reads all of a backup and tells what it holds; throws if anything is wrong with it. */
  public Contents check(Path file) {
    return guarded(
        file,
        archive -> {
          checked(archive);
          BackupInfo info = archive.info();
          return new Contents(
              info.at(), info.program(), info.database(), info.rows(), info.files());
        });
  }

  /** Makes a restore ready. What is there stays as it is until the engine is opened next. */
  public void stage(Path file) {
    guarded(
        file,
        archive -> {
          try (var _ = RestoreLock.alone(backups.data())) {
            StagedRestore staged = new StagedRestore(backups.data());
            staged.refuseIfBegun();
            checked(archive);
            new Staging(archive, staged, Opening.of(backups.store(), backups.data()))
                .make(file.getFileName().toString());
          }
          return true;
        });
  }

  /** Whether a restore is ready and not taken up yet. */
  public boolean ready() {
    return new StagedRestore(backups.data()).isThere();
  }

  /**
   * Takes up what was made ready, if anything was. The folder must be held, and the engine closed.
   */
  public Optional<Done> takeUp() {
    return new TakingUp(backups, _ -> {}).run();
  }

  private void checked(Archive archive) throws IOException {
    BackupInfo info = archive.info();
    int newest = Migration.newest();
    if (info.schema() < 1 || info.schema() > newest) {
      throw new BackupTrouble(
          "it was written by a newer aiwf (schema %d, and this version knows %d); use that version"
              .formatted(info.schema(), newest));
    }
    OwnersFile.makeFolder(backups.data());
    long free = Files.getFileStore(backups.data()).getUsableSpace();
    if (info.bytes() < 0 || info.bytes() > free) {
      throw new BackupTrouble(
          "it needs %d MB, and %d MB are free".formatted(info.bytes() >> 20, free >> 20));
    }
    Set<String> tables =
        info.tables().stream().map(BackupInfo.Table::entry).collect(Collectors.toSet());
    archive.each((name, _) -> {
      if (name.startsWith(SafeNames.REPOSITORIES)) {
        SafeNames.place(name, backups.data().toAbsolutePath());
      } else if (!tables.contains(name)) {
        throw new BackupTrouble("it holds a file that does not belong there: " + name);
      }
    });
    archive.check();
  }

  /** What is done with a backup. */
  @FunctionalInterface
  private interface Use<T> {
    T of(Archive archive) throws IOException, SQLException;
  }

  private static <T> T guarded(Path file, Use<T> use) {
    try (Archive archive = Archive.open(file)) {
      return use.of(archive);
    } catch (NoSuchFileException e) {
      throw new BackupTrouble("There is no file %s.".formatted(file), e);
    } catch (BackupTrouble e) {
      throw refused(file, e.getMessage(), e);
    } catch (ZipException e) {
      throw refused(file, "it is no complete backup", e);
    } catch (IOException | UncheckedIOException | SQLException | UnusableDatabase e) {
      throw refused(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static BackupTrouble refused(Path file, String why, Exception e) {
    return new BackupTrouble(
        "%s can't be restored: %s. Nothing was changed.".formatted(file.getFileName(), why), e);
  }
}
