package dev.aiwf.testkit.postgres;

import dev.aiwf.testkit.Patience;
import dev.aiwf.testkit.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server on a free loopback port, with a folder of its own. It ends with the JVM
 * at the latest. Started as root it runs in a user namespace, for it refuses to be root.
 */
public final class PostgresServer implements AutoCloseable {

  private static final String SUPERUSER = "postgres";

  private final AtomicInteger databases = new AtomicInteger();
  private final Path folder;
  private final boolean durable;
  private final int port = Ports.free();
  private @Nullable EmbeddedPostgres running;

  private PostgresServer(Path folder, boolean durable) {
    this.folder = folder;
    this.durable = durable;
  }

  /**
   * The one that all tests of a JVM share. It is quick because it forgets when the machine dies.
   * Where there is none, the test that asks is skipped and says so; on a build server it fails.
   */
  public static PostgresServer shared() {
    return Shared.server();
  }

  /**
   * One that keeps what it promised, for a test that takes it down; skips and fails as {@link
   * #shared()} does.
   *
   * @param folder where it keeps its data; must not be there yet
   */
  public static PostgresServer durable(Path folder) {
    Shared.server();
    PostgresServer server = new PostgresServer(folder, true);
    server.start();
    return server;
  }

  static PostgresServer forgetful(Path folder) {
    PostgresServer server = new PostgresServer(folder, false);
    server.start();
    return server;
  }

  /** Starts it, on the port that it had before. */
  public void start() {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(!durable)
            .setPGStartupWait(Patience.LONG_ENOUGH)
            // What the server says is only wanted when it does not come up, and then it is thrown.
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setPort(port);
    String promises = durable ? "on" : "off";
    builder
        .setServerConfig("fsync", promises)
        .setServerConfig("full_page_writes", promises)
        .setServerConfig("synchronous_commit", promises);
    try {
      running = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it as an operator does: whoever is connected is thrown out. */
  public void stop() {
    EmbeddedPostgres server = running;
    running = null;
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Kills it with -9, as a machine that loses its power would. */
  public void kill() {
    try {
      long pid =
          Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
      ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
      postmaster.destroyForcibly();
      postmaster.onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stop();
  }

  /** A database with nothing in it. */
  public PostgresDatabase empty() {
    return database("template0");
  }

  /** A database with all that is in another one, to which nobody may be connected. */
  public PostgresDatabase like(PostgresDatabase other) {
    return database(other.name());
  }

  private PostgresDatabase database(String template) {
    String name = "test_" + databases.incrementAndGet();
    // Copying files is the quick way as long as nothing is synced.
    execute("create database " + name + " template " + template + " strategy file_copy");
    return at(name, SUPERUSER, "");
  }

  /** The same database for somebody else. */
  public PostgresDatabase as(PostgresDatabase database, String user, String password) {
    return at(database.name(), user, password);
  }

  private PostgresDatabase at(String name, String user, String password) {
    return new PostgresDatabase(
        name, "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), user, password);
  }

  /** Lets that role in with its password only; all others are trusted. */
  public void askForPassword(String role) {
    Path rules = folder.resolve("pg_hba.conf");
    try {
      Files.writeString(
          rules, "host all " + role + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    execute("select pg_reload_conf()");
  }

  /** Throws everybody out of a database; when this returns, they are out. */
  public void disconnect(PostgresDatabase database) {
    execute(
        "select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = '"
            + database.name()
            + "'");
  }

  /** Says something to the server itself. */
  public void execute(String sql) {
    execute(at("postgres", SUPERUSER, ""), sql);
  }

  /** Says something in a database, as the one who may do everything. */
  public void execute(PostgresDatabase database, String sql) {
    EmbeddedPostgres server = running;
    if (server == null) {
      throw new IllegalStateException("the server does not run");
    }
    try (Connection connection = server.getDatabase(SUPERUSER, database.name()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
