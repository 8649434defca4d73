package dev.aiwf.engine.store;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where everything is kept: one writer, and several readers that wait for no writer. */
public final class Database implements AutoCloseable {

  private final Dialect dialect;
  private final Jdbi reading;
  private final Writer writer;
  private final DataSource source;
  private final Runnable close;

  /**
   * A database that is open and up to date.
   *
   * @param reading gives connections that only read
   * @param source gives connections for those who keep their own tables in it
   * @param close gives all connections back but the writer's
   */
  Database(Dialect dialect, Jdbi reading, Writer writer, DataSource source, Runnable close) {
    this.dialect = dialect;
    this.reading = reading;
    this.writer = writer;
    this.source = source;
    this.close = close;
  }

  public Dialect dialect() {
    return dialect;
  }

  public Writer writer() {
    return writer;
  }

  public DataSource source() {
    return source;
  }

  /** Looks something up. */
  public <T extends @Nullable Object> T read(Function<Handle, T> question) {
    try (Handle handle = reading.open()) {
      return question.apply(handle);
    } catch (RuntimeException e) {
      throw StoreTrouble.orItself(e);
    }
  }

  @Override
  public void close() {
    writer.close();
    close.run();
  }
}
