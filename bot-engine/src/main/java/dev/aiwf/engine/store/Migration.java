package dev.aiwf.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database up to date. One that a newer version has migrated is left alone: this one would
 * not know it.
 *
 * @param schema where on a server; none for the one that the connection is in
 */
public record Migration(Opening database, @Nullable String schema) {

  /** Where Flyway notes what it did. */
  public static final String HISTORY = "flyway_schema_history";

  public static Migration of(Opening database) {
    return new Migration(database, null);
  }

  /** The newest version that this program knows. */
  public static int newest() {
    MigrationInfo[] all =
        new Migration(Opening.ofFile(":memory:"), null).flyway("latest").info().all();
    return Arrays.stream(all).mapToInt(Migration::number).max().orElseThrow();
  }

  /** The version of a database; 0 if it has none of our tables. */
  public static int version(Connection connection, Dialect dialect) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement(dialect.hasTable())) {
      asked.setString(1, HISTORY);
      try (var rows = asked.executeQuery()) {
        if (!rows.next()) {
          return 0;
        }
      }
    }
    int newest = 0;
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select version from " + HISTORY + " where version is not null")) {
      while (rows.next()) {
        newest = Math.max(newest, Integer.parseInt(rows.getString(1)));
      }
    }
    return newest;
  }

  /**
   * Brings it up to date.
   *
   * @param before is told the version it will have, if it holds something and has an older one
   */
  public void run(IntConsumer before) {
    migrate(
        "latest",
        info -> {
          if (info.applied().length > 0 && info.pending().length > 0) {
            before.accept(number(info.pending()[info.pending().length - 1]));
          }
        });
  }

  /** Brings an empty one up to a version. */
  public void upTo(int version) {
    migrate(String.valueOf(version), _ -> {});
  }

  private void migrate(String target, Consumer<MigrationInfoService> before) {
    try {
      Flyway flyway = flyway(target);
      before.accept(flyway.info());
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw new UnusableDatabase(
          "The database was written by a newer aiwf, or changed by hand. Use that version, or"
              + " another data folder. Nothing was changed.",
          e);
    } catch (FlywayException e) {
      throw UnusableDatabase.orItself(e) instanceof UnusableDatabase why
          ? why
          : new UnusableDatabase("The database can't be opened: " + e.getMessage(), e);
    }
  }

  private static int number(MigrationInfo migration) {
    return Integer.parseInt(String.valueOf(migration.getVersion()));
  }

  private Flyway flyway(String target) {
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(database.url(), database.user(), database.password())
            .locations(database.dialect().migrations())
            .target(target)
            .ignoreMigrationPatterns(new String[0]);
    return (schema == null ? flyway : flyway.defaultSchema(schema)).load();
  }
}
