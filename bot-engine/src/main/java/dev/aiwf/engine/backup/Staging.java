package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.Dialect;
import dev.aiwf.engine.store.Migration;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.OwnersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a restore ready: a database of its own, brought up to date, and the repositories.
 *
 * @param present the database that will be replaced
 */
record Staging(Archive archive, StagedRestore staged, Opening present) {

  /** Beside our tables on a server, until it takes their place. */
  static final String SCHEMA = "aiwf_restore";

  void make(String from) throws IOException, SQLException {
    Path folder = staged.clear();
    int held = database(folder);
    if (archive.info().whole()) {
      repositories(folder.resolve(staged.repositories().getFileName()));
    }
    staged.complete(
        new StagedRestore.What(
            from,
            archive.info().at(),
            present.dialect().name().toLowerCase(Locale.ROOT),
            archive.info().rows(),
            archive.info().files(),
            held));
  }

  private int database(Path folder) throws IOException, SQLException {
    return switch (present.dialect()) {
      case SQLITE -> fill(Opening.ofFile(folder.resolve(Opening.FILE).toString()), null);
      case POSTGRESQL -> {
        try (Connection connection = present.plain()) {
          execute(connection, "drop schema if exists " + SCHEMA + " cascade");
          execute(connection, "create schema " + SCHEMA);
        }
        yield fill(present, SCHEMA);
      }
    };
  }

  private int fill(Opening opening, @Nullable String schema) throws IOException, SQLException {
    Migration migration = new Migration(opening, schema);
    migration.upTo(archive.info().schema());
    try (Connection connection = connect(opening, schema)) {
      load(connection, opening.dialect());
      connection.commit();
    }
    migration.run(_ -> {});
    try (Connection connection = connect(opening, schema)) {
      int held = hold(connection);
      connection.commit();
      if (opening.dialect() == Dialect.SQLITE) {
        whole(connection);
      }
      return held;
    }
  }

  private static Connection connect(Opening opening, @Nullable String schema) throws SQLException {
    Connection connection = opening.plain();
    if (schema != null) {
      execute(connection, "set search_path to " + schema);
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private void load(Connection connection, Dialect dialect) throws IOException, SQLException {
    TableLoad load = new TableLoad(connection, dialect);
    load.check(archive.info());
    Map<String, String> sums = new HashMap<>();
    archive.each((name, sum) -> {
      if (!name.startsWith(SafeNames.REPOSITORIES)) {
        sums.put(name, sum);
      }
    });
    for (BackupInfo.Table table : archive.info().tables()) {
      archive.read(table.entry(), sums.getOrDefault(table.entry(), ""), in -> load.load(table, in));
    }
    Tables.numberOn(connection, dialect);
  }

  /** What was still to be done may have been done since the backup: somebody has to say. */
  private static int hold(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("update outbox set held = 1 where state in ('open', 'taken')");
    }
  }

  private static void whole(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("pragma integrity_check")) {
      if (!rows.next() || !rows.getString(1).equals("ok")) {
        throw new BackupTrouble("the database made of it is not whole");
      }
    }
  }

  private void repositories(Path folder) throws IOException {
    OwnersFile.makeFolder(folder);
    archive.each((name, sum) -> {
      if (name.startsWith(SafeNames.REPOSITORIES)) {
        Path file = SafeNames.place(name, folder);
        Files.createDirectories(OwnersFile.folderOf(file));
        archive.read(name, sum, in -> OwnersFile.put(file, in::transferTo));
      }
    });
    for (Path repository : OwnersFile.in(folder)) {
      // Git wants these even where there is nothing in them, and a backup has no empty folders.
      Files.createDirectories(repository.resolve("refs").resolve("heads"));
      Files.createDirectories(repository.resolve("objects").resolve("pack"));
    }
    for (Path each : OwnersFile.tree(folder)) {
      if (Files.isDirectory(each)) {
        OwnersFile.forceNames(each);
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
