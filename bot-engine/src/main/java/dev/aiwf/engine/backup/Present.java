package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Dialect;
import dev.aiwf.engine.store.Migration;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.OwnersFile;
import dev.aiwf.engine.store.UnusableDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What is there before a restore takes its place. */
record Present(Backups backups, Opening opening) {

  /** All that a restore replaces in a database. */
  static List<String> tables() {
    return Stream.concat(Tables.ALL.stream(), Stream.of(Migration.HISTORY)).toList();
  }

  /** Keeps it, and answers with the name it has among the backups; none if there is nothing. */
  String keep() throws IOException {
    try {
      return isEmpty()
          ? keepRepositories()
          : backups.beforeRestore().file().getFileName().toString();
    } catch (BackupTrouble | UnusableDatabase | SQLException e) {
      if (opening.dialect() == Dialect.SQLITE) {
        return keepAsItIs();
      }
      throw new BackupTrouble("what is there can't be read: " + e.getMessage(), e);
    }
  }

  private boolean isEmpty() throws SQLException {
    if (opening.dialect() == Dialect.SQLITE
        && !Files.exists(backups.data().resolve(Opening.FILE))) {
      return true;
    }
    try (Connection connection = opening.plain()) {
      return Migration.version(connection, opening.dialect()) == 0;
    }
  }

  private String keepRepositories() throws IOException {
    return Files.exists(DataFolder.repositories(backups.data())) ? copy(List.of()) : "";
  }

  /** A damaged file is kept too: somebody may get something out of it. */
  private String keepAsItIs() throws IOException {
    return copy(List.of("", "-wal", "-shm"));
  }

  private String copy(List<String> databaseFiles) throws IOException {
    Path folder = backups.freeFolder();
    OwnersFile.makeFolder(folder);
    for (String end : databaseFiles) {
      Path file = backups.data().resolve(Opening.FILE + end);
      if (Files.exists(file)) {
        OwnersFile.put(folder.resolve(file.getFileName()), out -> Files.copy(file, out));
      }
    }
    Path repositories = DataFolder.repositories(backups.data());
    if (Files.exists(repositories)) {
      copyAll(repositories, folder.resolve("repositories"));
    }
    OwnersFile.forceNames(folder);
    return folder.getFileName().toString();
  }

  private static void copyAll(Path from, Path to) throws IOException {
    for (Path each : OwnersFile.tree(from)) {
      Path there = to.resolve(from.relativize(each).toString());
      if (Files.isDirectory(each)) {
        OwnersFile.makeFolder(there);
      } else {
        OwnersFile.put(there, out -> Files.copy(each, out));
      }
    }
  }
}
