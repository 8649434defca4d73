package dev.aiwf.engine.store;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes, and how jobs become a commit on it. A connection that broke is
 * replaced at the next commit.
 */
final class Writing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
  private static final int SECONDS_TO_ANSWER = 2;

  private final Dialect dialect;
  private final Supplier<Handle> connect;
  private @Nullable Handle open;
  private volatile Runnable reconnected = () -> {};
  private volatile boolean broken;

  Writing(Dialect dialect, Handle open, Supplier<Handle> connect) {
    this.dialect = dialect;
    this.open = open;
    this.connect = connect;
  }

  /** Takes all jobs into one transaction and answers everybody. */
  void commit(List<? extends Job<?>> jobs) {
    try {
      Handle handle = begun();
      if (!together(handle, jobs)) {
        apart(handle, jobs);
      }
    } catch (Throwable e) {
      // An Error too: whoever waits must be answered, whatever happened.
      LOG.error("A transaction of {} pieces of work failed", jobs.size(), e);
      broken = true;
      rollBack();
      jobs.forEach(job -> job.failed(new StoreTrouble("the store did not take it", e)));
      return;
    }
    broken = false;
    jobs.forEach(Job::committed);
  }

  /** Whether the last transaction failed for the store's sake. */
  boolean broken() {
    return broken;
  }

  /**
   * Is run on every later connection before anything is written on it. What the last connection had
   * under way when it broke may have been committed, and somebody else may have worked meanwhile.
   */
  void reconnected(Runnable then) {
    reconnected = then;
  }

  /** The quick way, which nearly always works: no savepoint for anybody. */
  private boolean together(Handle handle, List<? extends Job<?>> jobs) {
    try {
      jobs.forEach(job -> job.run(handle));
      handle.execute(dialect.commit());
      return true;
    } catch (RuntimeException e) {
      LOG.debug("A transaction is tried again, piece by piece", e);
      try {
        handle.execute("rollback");
      } catch (RuntimeException gone) {
        // A full disk ends the transaction by itself; what is told is why.
        e.addSuppressed(gone);
        throw e;
      }
      return false;
    }
  }

  /** Somebody's work threw: each again, so that it harms nobody but itself. */
  private void apart(Handle handle, List<? extends Job<?>> jobs) {
    handle.execute(dialect.begin());
    jobs.forEach(job -> job.runApart(handle));
    handle.execute(dialect.commit());
  }

  /** If the connection broke while nothing was under way, nobody need learn of it. */
  private Handle begun() {
    Handle handle = open;
    if (handle != null) {
      try {
        handle.execute(dialect.begin());
        return handle;
      } catch (RuntimeException e) {
        if (answers(handle)) {
          throw e;
        }
        LOG.warn("The connection to the store broke", e);
        close();
      }
    }
    Handle fresh = connect.get();
    try {
      reconnected.run();
    } catch (RuntimeException e) {
      fresh.close();
      throw e;
    }
    open = fresh;
    fresh.execute(dialect.begin());
    return fresh;
  }

  private void rollBack() {
    Handle handle = open;
    if (handle == null) {
      return;
    }
    try {
      handle.execute("rollback");
    } catch (RuntimeException e) {
      LOG.debug("There was no transaction left to roll back", e);
    }
    if (!answers(handle)) {
      close();
    }
  }

  private static boolean answers(Handle handle) {
    try {
      return handle.getConnection().isValid(SECONDS_TO_ANSWER);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    Handle handle = open;
    open = null;
    if (handle != null) {
      try {
        handle.close();
      } catch (RuntimeException e) {
        LOG.debug("The connection was gone before it was closed", e);
      }
    }
  }
}
