package dev.aiwf.engine.rows;

import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.turn.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Effects: what must still be done, and what became of it. */
public final class OutboxTable {

  private OutboxTable() {}

  /**
   * An effect that was taken.
   *
   * @param tries how often it was tried, this time included
   * @param expires when it is worth nothing any more
   * @param at when it came to be
   */
  public record Taken(
      long row, ProjectId project, String body, int tries, @Nullable Instant expires, Instant at) {

    /** The effect itself. */
    public Effect effect() {
      return Records.read(body, Effect.class);
    }

    /** Whether an earlier try may have worked without our learning of it. */
    public boolean unsure() {
      return tries > 1;
    }
  }

  /** What was never tried and is due later does not wait for anybody yet. */
  private static final String DUE = "(tries > 0 or not_before <= :now)";

  /** Stores an effect; none if one that waits already does the same. */
  public static Optional<InboxTable.Place> insert(
      Handle handle,
      ProjectId project,
      Effect effect,
      int visit,
      long number,
      Instant at,
      Ready ready) {
    return handle
        .createQuery(
            """
            insert into outbox
              (lane, project, effect, visit, number, coalesces, stops, expires, not_before, at)
            values
              (:lane, :project, :effect, :visit, :number, :coalesces, :stops, :expires, :due, :at)
            on conflict do nothing returning id
            """)
        .bind("lane", effect.lane())
        .bind("project", project.value())
        .bind("effect", ready.json(effect))
        .bind("visit", visit)
        .bind("number", number)
        .bind("coalesces", effect.coalesces().orElse(null))
        .bind("stops", effect.steppedOver() ? 0 : 1)
        .bind(
            "expires",
            effect.worthSeconds().map(s -> at.plusSeconds(s).toEpochMilli()).orElse(null))
        .bind("due", effect.notBefore().map(Instant::toEpochMilli).orElse(0L))
        .bind("at", at.toEpochMilli())
        .mapTo(Long.class)
        .findOne()
        .map(row -> new InboxTable.Place(row, effect.lane()));
  }

  /** Marks an effect as being tried, so that after a crash it is known that it may have worked. */
  public static Optional<Taken> take(Handle handle, long row) {
    return handle
        .createQuery(
            """
            update outbox set state = 'taken', tries = tries + 1
            where id = :id and state in ('open', 'taken') and held = 0
            returning project, effect, tries, expires, at
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
              never ? null : Instant.ofEpochMilli(expires),
              Instant.ofEpochMilli(rows.getLong("at")));
        })
        .findOne();
  }

  /**
   * Whether the same was tried more than once and then given up: one of the tries may have worked.
   */
  public static boolean doubted(Handle handle, Effect effect) {
    return handle
            .createQuery(
                """
                select count(*) from outbox
                where lane = :lane and state = 'given_up' and tries > 1 and coalesces = :key
                """)
            .bind("lane", effect.lane())
            .bind("key", effect.coalesces().orElse(null))
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /**
   * What an effect waits for.
   *
   * @param stopped whether an earlier effect of the lane must be looked at first: one that was
   *     given up and that nothing can stand in for, or one that waits for a word since a restore
   * @param until when it may be tried again; none if it was not tried
   */
  public record Hindrance(boolean stopped, @Nullable Instant until) {}

  /** What keeps an effect from being done now, as far as the tables know. */
  public static Hindrance hindrance(Handle handle, String lane, long row) {
    return handle
        .createQuery(
            """
            select
              (select count(*) from outbox where lane = :lane and
                (id < :id and state = 'given_up' and stops = 1 or id <= :id and held = 1)) as stopped,
              (select not_before from outbox where id = :id and tries > 0) as until
            """)
        .bind("lane", lane)
        .bind("id", row)
        .map((rows, _) -> {
          long until = rows.getLong("until");
          boolean at = !rows.wasNull();
          return new Hindrance(
              rows.getLong("stopped") > 0, at ? Instant.ofEpochMilli(until) : null);
        })
        .one();
  }

  /** Takes up again what a project had given up and what holds its lane up. */
  public static List<InboxTable.Place> reopen(Handle handle, ProjectId project) {
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

  /**
   * What a channel could not be shown is nothing to look at any more once the project was brought
   * there again. What was tried more than once stays, for a try may have worked.
   */
  public static void madeUpFor(Handle handle, ChannelId channel) {
    handle
        .createUpdate(
            """
            update outbox set state = 'dropped'
            where lane = :lane and state = 'given_up' and stops = 0 and tries <= 1
            """)
        .bind("lane", new Effect.Show(channel, "").lane())
        .execute();
  }

  public static void ended(Handle handle, long row, Fate fate, @Nullable String error, Instant at) {
    handle
        .createUpdate(
            "update outbox set state = :state, error = :error, ended = :at where id = :id")
        .bind("state", fate.key())
        .bind("at", at.toEpochMilli())
        .bind("error", error)
        .bind("id", row)
        .execute();
  }

  /** The lanes in which something is still to be done for a project. */
  public static List<String> lanes(Handle handle, ProjectId project) {
    return handle
        .createQuery(
            """
            select distinct lane from outbox
            where project = :project and state in ('open', 'taken')
            """)
        .bind("project", project.value())
        .mapTo(String.class)
        .list();
  }

  /** Without a person; what was still to be whispered to them is dropped. */
  public static void efface(Handle handle, ProjectId project, Effacing effacing, Instant now) {
    record Row(long id, String effect, @Nullable String error) {}
    handle
        .createQuery("select id, effect, error from outbox where project = :project")
        .bind("project", project.value())
        .map((rows, _) ->
            new Row(rows.getLong("id"), rows.getString("effect"), rows.getString("error")))
        .list()
        .forEach(row -> {
          String error = row.error();
          Effect effect = Records.read(row.effect(), Effect.class);
          Effect without = effacing.of(effect);
          boolean theirs =
              effect instanceof Effect.Whisper whisper
                  && effacing.person().means(whisper.person().id());
          handle
              .createUpdate(
                  """
                  update outbox set effect = :effect, error = :error,
                    state = case when :theirs = 1 and state in ('open', 'taken')
                      then 'dropped' else state end,
                    ended = case when :theirs = 1 and ended is null then :now else ended end
                  where id = :id
                  """)
              .bind("effect", effect.equals(without) ? row.effect() : Records.write(without))
              .bind("error", error == null ? null : effacing.person().in(error))
              .bind("theirs", theirs ? 1 : 0)
              .bind("now", now.toEpochMilli())
              .bind("id", row.id())
              .execute();
        });
  }

  /** Puts an effect off as if it had never been taken. */
  public static void later(Handle handle, long row, Instant until) {
    handle
        .createUpdate(
            "update outbox set state = 'open', tries = 0, not_before = :until where id = :id")
        .bind("until", until.toEpochMilli())
        .bind("id", row)
        .execute();
  }

  /** Puts an effect back that did not work this time. It stays out of reach of coalescing. */
  public static void postponed(Handle handle, long row, Instant until, String error) {
    handle
        .createUpdate("update outbox set not_before = :until, error = :error where id = :id")
        .bind("until", until.toEpochMilli())
        .bind("error", error)
        .bind("id", row)
        .execute();
  }

  /** Rows that wait, the oldest first; those that were taken when the process died among them. */
  public static List<InboxTable.Place> waiting(Handle handle, Instant now, long after, int limit) {
    return handle
        .createQuery(
            "select id, lane from outbox where state in ('open', 'taken') and held = 0"
                + " and id > :after and "
                + DUE
                + " order by id limit :limit")
        .bind("now", now.toEpochMilli())
        .bind("after", after)
        .bind("limit", limit)
        .map((rows, _) -> new InboxTable.Place(rows.getLong("id"), rows.getString("lane")))
        .list();
  }

  /**
   * Messages that were tried more than once until they were shown. Nobody can tell any more which
   * of the tries were refused and of which the answer was lost.
   */
  public static long countTriedAgain(Handle handle) {
    return handle
        .createQuery(
            """
            select count(*) from outbox
            where state = 'done' and tries > 1 and effect like '{"type":"show"%'
            """)
        .mapTo(Long.class)
        .one();
  }
}
