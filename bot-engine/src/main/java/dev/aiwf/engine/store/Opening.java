package dev.aiwf.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens a database: brings it up to date, and connects.
 *
 * @param dialect which of the two it is
 * @param url as JDBC has it
 * @param user who connects; empty where nobody is asked
 * @param password with what
 */
public record Opening(Dialect dialect, String url, String user, String password) {

  /** The database in a data folder. */
  public static final String FILE = "aiwf.db";

  private static final String AS_A_FILE_IS_KEPT =
      "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000";
  private static final int READERS = 4;
  private static final int OTHERS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Where the store is, seen from that data folder. */
  public static Opening of(Store store, Path folder) {
    return switch (store) {
      // Written out in full: the driver's own transaction modes take the lock at wrong moments.
      case Store.InFolder() ->
          new Opening(
              Dialect.SQLITE, "jdbc:sqlite:" + folder.resolve(FILE) + AS_A_FILE_IS_KEPT, "", "");
      case Store.OnServer(var url, var user, var password) ->
          new Opening(Dialect.POSTGRESQL, url, user, password);
    };
  }

  /** A SQLite file that nobody else knows of, and that is one file when it is closed. */
  public static Opening ofFile(String path) {
    return new Opening(Dialect.SQLITE, "jdbc:sqlite:" + path, "", "");
  }

  /**
   * Ready to be worked on, by this process alone.
   *
   * @param beforeMigration is told the version it will have, if it has an older one
   */
  public Database open(IntConsumer beforeMigration) {
    if (dialect == Dialect.POSTGRESQL && !isAddress()) {
      throw new UnusableDatabase(
          "The address of the database is none: it looks like jdbc:postgresql://host:5432/name.",
          null);
    }
    Handle alone = connect();
    try {
      Migration.of(this).run(beforeMigration);
    } catch (RuntimeException e) {
      alone.close();
      throw e;
    }
    return with(alone);
  }

  private Database with(Handle alone) {
    HikariDataSource readers = readers();
    HikariDataSource others = others();
    return new Database(
        dialect,
        Jdbi.create(readers),
        new GroupWriter(new Writing(dialect, alone, () -> connectAgain(readers, others))),
        others,
        () -> {
          others.close();
          readers.close();
        });
  }

  /** A connection for whoever wants neither the writer nor the pools. */
  public Connection plain() {
    try {
      return DriverManager.getConnection(url, properties());
    } catch (SQLException e) {
      throw UnusableDatabase.because(e);
    }
  }

  /** Asked of the driver, for what it can't read it would quote in full, password and all. */
  private boolean isAddress() {
    try {
      return DriverManager.getDriver(url).acceptsURL(url);
    } catch (SQLException e) {
      return false;
    }
  }

  /** The connection that writes. On a server it is also what keeps other processes out. */
  public Handle connect() {
    Handle handle;
    try {
      // Not of a connection that is there already: Jdbi would leave that one open.
      Jdbi writing = Jdbi.create(() -> DriverManager.getConnection(url, properties()));
      writing.setStatementBuilderFactory(_ -> new KeptStatements());
      handle = writing.open();
    } catch (RuntimeException e) {
      throw UnusableDatabase.orItself(e);
    }
    try {
      if (dialect == Dialect.POSTGRESQL) {
        Claim.with(handle);
      }
      return handle;
    } catch (RuntimeException e) {
      handle.close();
      throw e;
    }
  }

  /** What broke one connection broke the others too, and some of them may not know it yet. */
  private Handle connectAgain(HikariDataSource... pools) {
    for (HikariDataSource pool : pools) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return connect();
  }

  private HikariDataSource readers() {
    HikariConfig config = config("aiwf-readers");
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setConnectionInitSql(dialect.readOnly());
    return new HikariDataSource(config);
  }

  private HikariDataSource others() {
    HikariConfig config = config("aiwf-others");
    config.setMaximumPoolSize(OTHERS);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private HikariConfig config(String name) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setDataSourceProperties(properties());
    // Whoever reads while the server is away learns so before a person has given up.
    config.setConnectionTimeout(PATIENCE.toMillis());
    // What keeps the database from being used is told by the connection that writes.
    config.setInitializationFailTimeout(-1);
    return config;
  }

  private Properties properties() {
    Properties properties = new Properties();
    if (dialect == Dialect.POSTGRESQL) {
      // Whoever is not named is the driver's to guess.
      if (!user.isEmpty()) {
        properties.setProperty("user", user);
        properties.setProperty("password", password);
      }
      properties.setProperty("ApplicationName", "aiwf");
      // Without these a server that vanished would hold whoever waits for it, for good.
      properties.setProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
      properties.setProperty("socketTimeout", "60");
      properties.setProperty("tcpKeepAlive", "true");
    }
    return properties;
  }
}
