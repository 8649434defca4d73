package dev.aiwf.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The SQLite file: brought up to date, with one writer and several readers. */
final class Database implements AutoCloseable {

  private static final int READERS = 4;

  private final HikariDataSource readers;
  private final Jdbi reading;
  private final Writer writer;

  private Database(HikariDataSource readers, Writer writer) {
    this.readers = readers;
    this.reading = Jdbi.create(readers);
    this.writer = writer;
  }

  static Database open(Path file) {
    // Written out in full: the driver's own transaction modes take the write lock at wrong moments.
    String url = "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000";
    migrate(url);
    HikariConfig config = new HikariConfig();
    config.setPoolName("aiwf-readers");
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setConnectionInitSql("pragma query_only = true");
    return new Database(new HikariDataSource(config), new Writer(writing(url)));
  }

  /** A database that a newer version has migrated is left alone: this one would not know it. */
  private static void migrate(String url) {
    try {
      Flyway.configure()
          .dataSource(url, "", "")
          .locations("classpath:dev/aiwf/engine/migration/sqlite")
          .ignoreMigrationPatterns(new String[0])
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new UnusableDatabase(
          "The database in the data folder was written by a newer aiwf, or changed by hand. Use"
              + " that version, or another data folder. Nothing was changed.",
          e);
    } catch (FlywayException e) {
      throw new UnusableDatabase(
          "The database in the data folder can't be opened: " + e.getMessage(), e);
    }
  }

  private static Handle writing(String url) {
    try {
      Connection connection = DriverManager.getConnection(url);
      return Jdbi.create(connection).open();
    } catch (SQLException e) {
      throw new StoreTrouble("The database can't be opened", e);
    }
  }

  Writer writer() {
    return writer;
  }

  /** Looks something up. It waits for no writer. */
  <T extends @Nullable Object> T read(Function<Handle, T> question) {
    try (Handle handle = reading.open()) {
      return question.apply(handle);
    } catch (RuntimeException e) {
      throw StoreTrouble.orItself(e);
    }
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
  }
}
