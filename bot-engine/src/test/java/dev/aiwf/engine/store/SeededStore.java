package dev.aiwf.engine.store;

import dev.aiwf.engine.Mutant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * A real SQLite database in memory, in one thread. Any statement can be made to fail, or to be the
 * last thing that the process ever does: from then on nothing works until it is opened again.
 */
public final class SeededStore implements AutoCloseable {

  private static final Path EMPTY = migrated();
  // One for all runs: it remembers what it parsed.
  private static final SqlParser PARSER = new ColonPrefixSqlParser();

  private final Connection connection;
  private final UnaryOperator<String> sql;
  private final Runnable meanwhile;
  private final Failing failing = new Failing();
  private boolean dead;

  /**
   * An empty store.
   *
   * @param broken what is done to the tables and to every statement, to see whether it is noticed
   * @param meanwhile happens while somebody waits for the writer
   */
  public SeededStore(Mutant broken, Runnable meanwhile) {
    this.sql = broken.sql();
    this.meanwhile = meanwhile;
    try {
      connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    execute("restore from '" + EMPTY + "'");
    broken.tables().forEach(this::execute);
  }

  private static Path migrated() {
    try {
      Path file = Files.createTempFile("aiwf-empty", ".db");
      file.toFile().deleteOnExit();
      Migration.of(new Opening(Dialect.SQLITE, "jdbc:sqlite:" + file, "", "")).run(_ -> {});
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database as a new process finds it: what was not committed is gone. */
  public Database open() {
    dead = false;
    failing.disarm();
    rollBack();
    Jdbi jdbi = Jdbi.create(connection);
    jdbi.getConfig(SqlStatements.class)
        .setSqlParser(PARSER)
        .setTemplateEngine((statement, _) -> sql.apply(allowed(statement)));
    Writing writing = new Writing(Dialect.SQLITE, jdbi.open(), jdbi::open);
    return new Database(
        Dialect.SQLITE, jdbi, new Inline(writing), Lent.source(connection), () -> {});
  }

  /** What is to go wrong, and when. */
  public Failing failing() {
    return failing;
  }

  /** Whether the process has died. */
  public boolean dead() {
    return dead;
  }

  /** Dies here and now. */
  public void die() {
    dead = true;
  }

  /** Throws where a dead process would be asked to do something. */
  public void alive() {
    if (dead) {
      throw new StoreTrouble("the process is dead", null);
    }
  }

  private String allowed(String statement) {
    if (statement.equals("rollback")) {
      return statement;
    }
    alive();
    switch (failing.next()) {
      case GO_ON -> {}
      case REFUSE -> throw new StoreTrouble("the disk is full, says the seed", null);
      case DIE -> {
        dead = true;
        alive();
      }
    }
    return statement;
  }

  /** Looks something up without anybody noticing. */
  public <T extends @Nullable Object> T look(java.util.function.Function<Handle, T> question) {
    try (Handle handle = Jdbi.create(connection).open()) {
      return question.apply(handle);
    }
  }

  private void rollBack() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    } catch (SQLException e) {
      // There was no transaction.
    }
  }

  private void execute(String statement) {
    try (Statement run = connection.createStatement()) {
      run.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes at once, in the thread of whoever asks. */
  private final class Inline implements Writer {

    private final Writing writing;

    Inline(Writing writing) {
      this.writing = writing;
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work, Consumer<T> then) {
      meanwhile.run();
      Job<T> job = new Job<>(work, then);
      writing.commit(List.of(job));
      return job.await();
    }

    @Override
    public boolean full() {
      return false;
    }

    @Override
    public void close() {}
  }

  /** Which statement is to fail, counted from now. */
  public static final class Failing {
    private long seen;
    private long refuse = -1;
    private long die = -1;

    enum What {
      GO_ON,
      REFUSE,
      DIE
    }

    /** The statement after so many is refused. */
    public void refuseAfter(long statements) {
      refuse = seen + statements;
    }

    /** The statement after so many is the last. */
    public void dieAfter(long statements) {
      die = seen + statements;
    }

    public void disarm() {
      refuse = -1;
      die = -1;
    }

    /** How many statements there were. */
    public long seen() {
      return seen;
    }

    private What next() {
      long now = seen++;
      return now == refuse ? What.REFUSE : now == die ? What.DIE : What.GO_ON;
    }
  }
}
