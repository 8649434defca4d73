package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Dialect;
import dev.aiwf.engine.store.Migration;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.OwnersFile;
import dev.aiwf.engine.store.Store;
import dev.aiwf.engine.store.UnusableDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes backups: one file that holds the tables as of one moment and the projects' repositories,
 * and that can be restored on either database. It may be made while the bot runs.
 *
 * @param data the data folder
 * @param store which database
 * @param clock the time
 */
public record Backups(Path data, Store store, InstantSource clock) {

  private static final String OURS = "aiwf-backup-";
  private static final String BEFORE_RESTORE = "before-restore-";
  private static final String BEFORE_SCHEMA = "before-schema-";
  private static final int KEPT_BEFORE_MIGRATIONS = 3;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * A backup that was made.
   *
   * @param bytes how large the file is
   * @param rows of all tables
   * @param files of all repositories
   */
  public record Made(Path file, long bytes, long rows, long files) {}

  /** Where backups go unless somebody says otherwise. */
  public Path folder() {
    return data.resolve("backups");
  }

  /**
   * Makes a backup.
   *
   * @param target a file that is not there yet, or a folder, which gives it a name of its own
   */
  public Made write(Path target) {
    try (var _ = RestoreLock.shared(data)) {
      new StagedRestore(data).refuseIfBegun();
      boolean folder = Files.isDirectory(target) || target.equals(folder());
      if (folder) {
        OwnersFile.makeFolder(target);
      }
      return write(folder ? free(target, OURS) : target.toAbsolutePath(), true);
    } catch (FileAlreadyExistsException e) {
      throw new BackupTrouble("There is a file %s already. Nothing was written.".formatted(target));
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
  }

  /** Removes the oldest of the backups with names of their own, and answers with which. */
  public List<Path> keepOnly(int newest, Path folder) {
    try {
      return prune(newest, folder, OURS);
    } catch (IOException e) {
      throw new BackupTrouble("Old backups can't be removed: " + e.getMessage(), e);
    }
  }

  private static List<Path> prune(int newest, Path folder, String prefix) throws IOException {
    // Their names carry the time.
    List<Path> old =
        OwnersFile.in(folder).reversed().stream()
            .filter(path -> path.getFileName().toString().startsWith(prefix))
            .filter(path -> path.getFileName().toString().endsWith(".zip"))
            .skip(newest)
            .toList();
    for (Path each : old) {
      Files.delete(each);
    }
    return old;
  }

  /** Keeps what is there before a restore takes its place. */
  Made beforeRestore() throws IOException {
    OwnersFile.makeFolder(folder());
    return write(free(folder(), BEFORE_RESTORE), true);
  }

  /** Where it is kept if no backup can be made of it. */
  Path freeFolder() {
    return free(folder(), BEFORE_RESTORE, "");
  }

  /** Keeps the tables before they are brought to a newer version. */
  public void beforeMigration(int version) {
    try {
      OwnersFile.makeFolder(folder());
      String prefix = BEFORE_SCHEMA + version + "-";
      write(free(folder(), prefix), false);
      prune(KEPT_BEFORE_MIGRATIONS, folder(), prefix);
    } catch (IOException | BackupTrouble | UnusableDatabase e) {
      throw new UnusableDatabase(
          "The database is of an older version and was left as it is, for the backup that comes"
              + " before bringing it up to date failed: %s Put that right and start again."
                  .formatted(e.getMessage()),
          e);
    }
  }

  private Path free(Path folder, String prefix) {
    return free(folder, prefix, ".zip");
  }

  private Path free(Path folder, String prefix, String end) {
    String name = prefix + STAMP.format(clock.instant());
    Path file = folder.resolve(name + end);
    for (int again = 2; Files.exists(file); again++) {
      file = folder.resolve(name + "-" + again + end);
    }
    return file;
  }

  private Made write(Path file, boolean whole) throws IOException {
    if (store instanceof Store.InFolder && !Files.exists(data.resolve(Opening.FILE))) {
      throw nothing();
    }
    Opening opening = Opening.of(store, data);
    BackupInfo[] info = new BackupInfo[1];
    try (Connection connection = opening.plain()) {
      Snapshot.begin(connection, opening.dialect());
      OwnersFile.write(file, out -> info[0] = fill(out, connection, opening.dialect(), whole));
    } catch (SQLException | UnusableDatabase e) {
      throw new BackupTrouble("The database can't be read: " + e.getMessage(), e);
    }
    return new Made(file, Files.size(file), info[0].rows(), info[0].files());
  }

  private BackupInfo fill(OutputStream out, Connection connection, Dialect dialect, boolean whole)
      throws IOException {
    Instant now = clock.instant();
    ArchiveWriter archive = new ArchiveWriter(out, now);
    try {
      int schema = Migration.version(connection, dialect);
      if (schema == 0) {
        throw nothing();
      }
      if (schema > Migration.newest()) {
        throw new BackupTrouble(
            "The database was written by a newer aiwf; back it up with that version.");
      }
      List<BackupInfo.Table> tables = new TableDump(connection, dialect).into(archive);
      // After the tables: a commit that the journal knows of is then there.
      long files = whole ? new RepositoryFiles(DataFolder.repositories(data)).into(archive) : 0;
      BackupInfo info =
          new BackupInfo(
              BackupInfo.FORMAT,
              program(),
              schema,
              dialect.name().toLowerCase(Locale.ROOT),
              now.toString(),
              tables,
              whole,
              files,
              archive.bytes(),
              archive.addSums());
      archive.end(info);
      return info;
    } catch (SQLException e) {
      throw new BackupTrouble("The database can't be read: " + e.getMessage(), e);
    }
  }

  private BackupTrouble nothing() {
    return new BackupTrouble("There is nothing to back up in %s yet.".formatted(data));
  }

  private static String program() {
    return Optional.ofNullable(Backups.class.getPackage().getImplementationVersion())
        .orElse("from sources");
  }

  private static BackupTrouble failed(Exception e) {
    return new BackupTrouble(
        "The backup could not be written: %s. Nothing was changed; make room or choose another"
                .formatted(e.getMessage())
            + " place, and try again.",
        e);
  }
}
