package dev.aiwf.engine;

import dev.aiwf.engine.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what is done with after a while: outcomes of commands and finished effects. Journal
 * and messages are the projects' and stay; what failed or was given up stays until somebody looked.
 *
 * @param keeps how long it is kept; a repeated delivery is known as one for that long
 */
record Clearing(Database database, InstantSource clock, Duration keeps) implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);
  private static final int AT_ONCE = 500;

  @Override
  public void run() {
    long before = clock.instant().minus(keeps).toEpochMilli();
    long commands =
        clear(
            """
            delete from inbox where id in (
              select id from inbox where state in ('done', 'refused') and at < :before
              order by id limit :most)
            """,
            before);
    long effects =
        clear(
            """
            delete from outbox where id in (
              select id from outbox where state in ('done', 'dropped') and ended < :before
              order by id limit :most)
            """,
            before);
    if (commands + effects > 0) {
      LOG.info("Cleared {} outcomes of commands and {} finished effects", commands, effects);
    }
  }

  /** In small pieces, so that nobody waits long for the writer. */
  private long clear(String delete, long before) {
    long all = 0;
    int some;
    do {
      some =
          database
              .writer()
              .write(handle ->
                  handle
                      .createUpdate(delete)
                      .bind("before", before)
                      .bind("most", AT_ONCE)
                      .execute());
      all += some;
    } while (some == AT_ONCE);
    return all;
  }
}
