package dev.aiwf.engine;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.turn.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Effects: what must still be done, and what became of it. */
final class OutboxTable {

  private OutboxTable() {}

  /** How an effect can end. */
  enum Fate {
    DONE,
    DROPPED,
    GIVEN_UP;

    private String key() {
      return this == DONE ? "done" : this == DROPPED ? "dropped" : "given_up";
    }
  }

  /**
   * An effect that was taken.
   *
   * @param tries how often it was tried, this time included
   * @param expires when it is worth nothing any more
   */
  record Taken(long row, ProjectId project, String body, int tries, @Nullable Instant expires) {

    /** The effect itself. */
    Effect effect() {
      return Records.read(body, Effect.class);
    }

    /** Whether an earlier try may have worked without our learning of it. */
    boolean unsure() {
      return tries > 1;
    }
  }

  /** What was never tried and is due later does not wait for anybody yet. */
  private static final String DUE = "(tries > 0 or not_before <= :now)";

  /** Stores an effect; none if one that waits already does the same, or if it is due later. */
  static Optional<InboxTable.Place> insert(
      Handle handle, ProjectId project, Effect effect, int visit, long number, Instant at) {
    return handle
        .createQuery(
            """
            insert into outbox
              (lane, project, effect, visit, number, coalesces, stops, expires, not_before)
            values
              (:lane, :project, :effect, :visit, :number, :coalesces, :stops, :expires, :due)
            on conflict do nothing returning id
            """)
        .bind("lane", effect.lane())
        .bind("project", project.value())
        .bind("effect", Records.write(effect))
        .bind("visit", visit)
        .bind("number", number)
        .bind("coalesces", effect.coalesces().orElse(null))
        .bind("stops", effect.steppedOver() ? 0 : 1)
        .bind(
            "expires",
            effect.worthSeconds().map(s -> at.plusSeconds(s).toEpochMilli()).orElse(null))
        .bind("due", effect.notBefore().map(Instant::toEpochMilli).orElse(0L))
        .mapTo(Long.class)
        .findOne()
        // What is due later is found by the sweep, when its time has come.
        .filter(_ -> effect.notBefore().isEmpty())
        .map(row -> new InboxTable.Place(row, effect.lane()));
  }

  /** Marks an effect as being tried, so that after a crash it is known that it may have worked. */
  static Optional<Taken> take(Handle handle, long row) {
    return handle
        .createQuery(
            """
            update outbox set state = 'taken', tries = tries + 1
            where id = :id and state in ('open', 'taken')
            returning project, effect, tries, expires
            """)
        .bind("id", row)
        .map((rows, _) -> {
          long expires = rows.getLong("expires");
          boolean never = rows.wasNull();
          return new Taken(
              row,
              new ProjectId(rows.getString("project")),
              rows.getString("effect"),
              rows.getInt("tries"),
              never ? null : Instant.ofEpochMilli(expires));
        })
        .findOne();
  }

  /** Whether an earlier effect of the lane was given up that must be looked at first. */
  static boolean stopped(Handle handle, String lane, long row) {
    return handle
            .createQuery(
                """
                select count(*) from outbox
                where lane = :lane and id < :id and state = 'given_up' and stops = 1
                """)
            .bind("lane", lane)
            .bind("id", row)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /** Takes up again what a project had given up and what holds its lane up. */
  static List<InboxTable.Place> reopen(Handle handle, ProjectId project) {
    return handle
        .createQuery(
            """
            update outbox set state = 'open', tries = 1, error = null
            where project = :project and state = 'given_up' and stops = 1
            returning id, lane
            """)
        .bind("project", project.value())
        .map((rows, _) -> new InboxTable.Place(rows.getLong("id"), rows.getString("lane")))
        .list();
  }

  static void ended(Handle handle, long row, Fate fate, @Nullable String error) {
    handle
        .createUpdate("update outbox set state = :state, error = :error where id = :id")
        .bind("state", fate.key())
        .bind("error", error)
        .bind("id", row)
        .execute();
  }

  /** Puts an effect back that did not work this time. It stays out of reach of coalescing. */
  static void postponed(Handle handle, long row, Instant until, String error) {
    handle
        .createUpdate("update outbox set not_before = :until, error = :error where id = :id")
        .bind("until", until.toEpochMilli())
        .bind("error", error)
        .bind("id", row)
        .execute();
  }

  static long countWaiting(Handle handle, Instant now) {
    return handle
        .createQuery("select count(*) from outbox where state in ('open', 'taken') and " + DUE)
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  static long countGivenUp(Handle handle) {
    return count(handle, "state = 'given_up'");
  }

  private static long count(Handle handle, String condition) {
    return handle
        .createQuery("select count(*) from outbox where " + condition)
        .mapTo(Long.class)
        .one();
  }

  /** Rows that wait, the oldest first; those that were taken when the process died among them. */
  static List<InboxTable.Place> waiting(Handle handle, Instant now, long after, int limit) {
    return handle
        .createQuery(
            "select id, lane from outbox where state in ('open', 'taken') and id > :after and "
                + DUE
                + " order by id limit :limit")
        .bind("now", now.toEpochMilli())
        .bind("after", after)
        .bind("limit", limit)
        .map((rows, _) -> new InboxTable.Place(rows.getLong("id"), rows.getString("lane")))
        .list();
  }
}
