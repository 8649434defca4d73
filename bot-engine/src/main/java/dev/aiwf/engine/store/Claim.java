package dev.aiwf.engine.store;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Makes a server's connection the one that writes, for as long as it lasts. */
final class Claim {

  private static final String READS_ONLY = "25006";

  private static final List<String> STATEMENTS =
      List.of(
          // An acknowledgement is on disk, whatever the server is set to for others.
          """
          select set_config('synchronous_commit', 'on', false)
          where current_setting('synchronous_commit') = 'off'
          """,
          // A server that does not notice that its client is gone would keep the lock for hours.
          "set tcp_keepalives_idle = 20",
          "set tcp_keepalives_interval = 5",
          "set tcp_keepalives_count = 4",
          // Held by the one process that works on the database: "aiwf", as a number. It is waited
          // for a little, for a server takes a moment to notice that the last one has ended.
          "begin",
          "set local lock_timeout = '3s'",
          "select pg_advisory_lock(1634301798)",
          "commit");

  private Claim() {}

  /**
   * Keeps all other processes out.
   *
   * @throws UnusableDatabase if one is in, or if nothing can be written
   */
  static void with(Handle handle) {
    try {
      STATEMENTS.forEach(handle::execute);
      if (readsOnly(handle)) {
        throw UnusableDatabase.because(new SQLException("it reads only", READS_ONLY));
      }
    } catch (RuntimeException e) {
      throw UnusableDatabase.orItself(e);
    }
  }

  private static boolean readsOnly(Handle handle) {
    return handle
        .createQuery("select current_setting('transaction_read_only') = 'on'")
        .mapTo(Boolean.class)
        .one();
  }
}
