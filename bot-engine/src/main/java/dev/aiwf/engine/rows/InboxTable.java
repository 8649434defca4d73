package dev.aiwf.engine.rows;

import dev.aiwf.core.port.Inbox.Receipt;
import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Commands, with what became of them. */
public final class InboxTable {

  /** What those are told who wait for a command of somebody who was forgotten. */
  public static final Settled FORGOTTEN =
      new Settled(
          Settled.State.REFUSED,
          Refusal.conflict("Whoever asked for this was forgotten before its turn came."),
          List.of());

  private InboxTable() {}

  /**
   * What was stored of a delivery.
   *
   * @param row the new row; none if the command was there before
   */
  public record Stored(Receipt receipt, @Nullable Long row) {}

  /**
   * A command that waits for its turn, as it is stored.
   *
   * @param tries how often its turn was begun
   */
  public record Waiting(
      long row, String id, ProjectId project, Instant at, String body, int tries) {

    /** The command itself. */
    public Command command() {
      Body read = Records.read(body, Body.class);
      return new Command(id, project, at, read.sender(), read.action());
    }
  }

  /** A row's id and the lane it belongs to. */
  public record Place(long row, String lane) {}

  /** A command as it is stored. */
  public record New(Command command, @Nullable String digest, String body) {

    public static New of(Command command, @Nullable String digest) {
      return new New(command, digest, Records.write(new Body(command.sender(), command.action())));
    }
  }

  public static Stored insert(Handle handle, New row) {
    Command command = row.command();
    Optional<Long> stored =
        handle
            .createQuery(
                """
                insert into inbox (command, digest, project, at, body)
                values (:command, :digest, :project, :at, :body)
                on conflict do nothing returning id
                """)
            .bind("command", command.id())
            .bind("digest", row.digest())
            .bind("project", command.project().value())
            .bind("at", command.at().toEpochMilli())
            .bind("body", row.body())
            .mapTo(Long.class)
            .findOne();
    return stored
        .map(id -> new Stored(new Receipt(command.id(), Receipt.Kind.NEW), id))
        .orElseGet(() -> new Stored(repeated(handle, command.id(), row.digest()), null));
  }

  /** Tries whether a command could be stored: a transaction that writes nothing needs no disk. */
  public static boolean takes(Handle handle) {
    handle.execute("insert into inbox (command, project, at, body) values ('a try', '', 0, '')");
    return handle.execute("delete from inbox where command = 'a try'") == 1;
  }

  private static Receipt repeated(Handle handle, String command, @Nullable String digest) {
    boolean same =
        handle
            .createQuery("select digest from inbox where command = :command")
            .bind("command", command)
            .map((rows, _) -> Optional.ofNullable(rows.getString(1)))
            .one()
            .equals(Optional.ofNullable(digest));
    return new Receipt(command, same ? Receipt.Kind.REPEATED : Receipt.Kind.DIFFERENT);
  }

  /** The command of a row, unless its turn is done. */
  public static Optional<Waiting> waiting(Handle handle, long row) {
    return handle
        .createQuery(
            "select command, project, at, body, tries from inbox where id = :id and state = 'open'")
        .bind("id", row)
        .map((rows, _) ->
            new Waiting(
                row,
                rows.getString("command"),
                new ProjectId(rows.getString("project")),
                Instant.ofEpochMilli(rows.getLong("at")),
                rows.getString("body"),
                rows.getInt("tries")))
        .findOne();
  }

  /** Rows that wait, the oldest first. */
  public static List<Place> open(Handle handle, long after, int limit) {
    return handle
        .createQuery(
            "select id, project from inbox where state = 'open' and id > :after order by id limit"
                + " :limit")
        .bind("after", after)
        .bind("limit", limit)
        .map((rows, _) -> new Place(rows.getLong("id"), rows.getString("project")))
        .list();
  }

  /**
   * Ends a command, once. What was asked is not kept beside what came of it, so that what was said
   * can be forgotten; only of a command that failed it is, for somebody has to look at it.
   */
  public static void settle(Handle handle, long row, Settled settled) {
    int open =
        handle
            .createUpdate(
                """
                update inbox set state = :state, outcome = :outcome,
                  body = case when :state = 'failed' then body else '' end
                where id = :id and state = 'open'
                """)
            .bind("state", settled.state().name().toLowerCase(Locale.ROOT))
            .bind("outcome", Records.write(new Outcome(settled.refusal(), settled.facts())))
            .bind("id", row)
            .execute();
    if (open != 1) {
      throw new IllegalStateException("inbox row " + row + " was settled before");
    }
  }

  /**
   * Without a person. What they had asked for and nobody had come to is refused, and answered with.
   * Why others were refused may name or quote them, and nobody knows any more who asked: it goes.
   */
  public static List<String> efface(Handle handle, ProjectId project, Effacing effacing) {
    record Row(long id, String command, String state, String body, @Nullable String outcome) {}
    List<String> refused = new ArrayList<>();
    handle
        .createQuery(
            """
            select id, command, state, body, outcome from inbox
            where project = :project and state <> 'done'
            """)
        .bind("project", project.value())
        .map((rows, _) ->
            new Row(
                rows.getLong("id"),
                rows.getString("command"),
                rows.getString("state"),
                rows.getString("body"),
                rows.getString("outcome")))
        .list()
        .forEach(row -> {
          Body body =
              row.body().isEmpty() ? null : effacing.of(Records.read(row.body(), Body.class));
          boolean theirs = !row.body().isEmpty() && body == null;
          if (row.state().equals("open") && theirs) {
            settle(handle, row.id(), FORGOTTEN);
            refused.add(row.command());
          } else {
            replace(
                handle,
                row.id(),
                body == null ? "" : Records.write(body),
                row.outcome() == null ? null : unexplained(row.outcome()));
          }
        });
    return refused;
  }

  private static String unexplained(String outcome) {
    Outcome kept = Records.read(outcome, Outcome.class);
    Refusal refusal = kept.refusal();
    return refusal == null
        ? outcome
        : Records.write(
            new Outcome(new Refusal(refusal.kind(), Pseudonym.WORDS, null), kept.facts()));
  }

  private static void replace(Handle handle, long row, String body, @Nullable String outcome) {
    handle
        .createUpdate("update inbox set body = :body, outcome = :outcome where id = :id")
        .bind("body", body)
        .bind("outcome", outcome)
        .bind("id", row)
        .execute();
  }

  public static void tried(Handle handle, long row) {
    handle
        .createUpdate("update inbox set tries = tries + 1 where id = :id")
        .bind("id", row)
        .execute();
  }

  public static Optional<Settled> settled(Handle handle, String command) {
    return handle
        .createQuery("select state, outcome from inbox where command = :command")
        .bind("command", command)
        .map((rows, _) -> settled(rows.getString("state"), rows.getString("outcome")))
        .findOne();
  }

  public static Optional<Settled> settled(Handle handle, ProjectId project, String command) {
    return handle
        .createQuery(
            "select state, outcome from inbox where command = :command and project = :project")
        .bind("command", command)
        .bind("project", project.value())
        .map((rows, _) -> settled(rows.getString("state"), rows.getString("outcome")))
        .findOne();
  }

  private static Settled settled(String state, @Nullable String outcome) {
    if (outcome == null) {
      return new Settled(Settled.State.WAITING, null, List.of());
    }
    Outcome kept = Records.read(outcome, Outcome.class);
    return new Settled(
        Settled.State.valueOf(state.toUpperCase(Locale.ROOT)), kept.refusal(), kept.facts());
  }

  /** What is stored of a command beside its columns. */
  record Body(Sender sender, Action action) {}

  /** What is stored of its outcome beside its state. */
  record Outcome(@Nullable Refusal refusal, List<Long> facts) {}
}
