package dev.aiwf.engine;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What waits, since when, and what was given up.
 *
 * @param commands that wait for their turn
 * @param inboxAge how long the oldest of them has waited
 * @param effects that wait to be done
 * @param laneAge how long the oldest of them has waited
 * @param held effects that wait for a word since a restore
 * @param givenUp effects that somebody should look at
 */
public record Figures(
    long commands, Duration inboxAge, long effects, Duration laneAge, long held, long givenUp) {

  static Figures of(Handle handle, Instant now) {
    Waiting commands =
        waiting(
            handle.createQuery("select count(*), min(at) from inbox where state = 'open'"), now);
    Waiting effects =
        waiting(
            handle
                .createQuery(
                    """
                    select count(*), min(case when not_before > at then not_before else at end)
                    from outbox
                    where state in ('open', 'taken') and held = 0
                      and (tries > 0 or not_before <= :now)
                    """)
                .bind("now", now.toEpochMilli()),
            now);
    return new Figures(
        commands.count(),
        commands.age(),
        effects.count(),
        effects.age(),
        count(handle, "state in ('open', 'taken') and held = 1"),
        count(handle, "state = 'given_up'"));
  }

  private record Waiting(long count, Duration age) {}

  private static Waiting waiting(Query question, Instant now) {
    return question
        .map((rows, _) -> {
          long oldest = rows.getLong(2);
          Duration age =
              rows.wasNull() ? Duration.ZERO : Duration.between(Instant.ofEpochMilli(oldest), now);
          return new Waiting(rows.getLong(1), age.isNegative() ? Duration.ZERO : age);
        })
        .one();
  }

  private static long count(Handle handle, String condition) {
    return handle
        .createQuery("select count(*) from outbox where " + condition)
        .mapTo(Long.class)
        .one();
  }
}
