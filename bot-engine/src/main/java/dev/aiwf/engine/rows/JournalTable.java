package dev.aiwf.engine.rows;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Facts, per project, numbered, never updated. */
public final class JournalTable {

  private JournalTable() {}

  public static void append(Handle handle, ProjectId project, List<Entry> entries, Ready ready) {
    if (entries.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into journal (project, number, by, at, command, fact)
            values (:project, :number, :by, :at, :command, :fact)
            """);
    for (Entry entry : entries) {
      batch
          .bind("project", project.value())
          .bind("number", entry.number())
          .bind("by", entry.by().value())
          .bind("at", entry.at().toEpochMilli())
          .bind("command", entry.command())
          .bind("fact", ready.json(entry.fact()))
          .add();
    }
    batch.execute();
  }

  /** All of a project's facts, in order. */
  public static List<Entry> whole(Handle handle, ProjectId project) {
    return read(handle, project, 0, Integer.MAX_VALUE);
  }

  public static List<Entry> read(Handle handle, ProjectId project, long after, int limit) {
    return handle
        .createQuery(
            """
            select number, by, at, command, fact from journal
            where project = :project and number > :after order by number limit :limit
            """)
        .bind("project", project.value())
        .bind("after", after)
        .bind("limit", limit)
        .map((rows, _) ->
            new Entry(
                rows.getLong("number"),
                Records.read(rows.getString("fact"), Fact.class),
                new PersonId(rows.getString("by")),
                Instant.ofEpochMilli(rows.getLong("at")),
                rows.getString("command")))
        .list();
  }

  /**
   * Puts facts in the place of others: only so that a person can be forgotten, and only by facts
   * that say the same without them.
   */
  public static void replace(Handle handle, ProjectId project, List<Entry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "update journal set by = :by, fact = :fact where project = :project and number ="
                + " :number");
    for (Entry entry : entries) {
      batch
          .bind("project", project.value())
          .bind("number", entry.number())
          .bind("by", entry.by().value())
          .bind("fact", Records.write(entry.fact()))
          .add();
    }
    if (!entries.isEmpty()) {
      batch.execute();
    }
  }
}
