package dev.aiwf.engine.rows;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.chat.Recall;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What was said, where it stands, and what its buttons mean. */
public final class MessageTable {

  private MessageTable() {}

  /**
   * What came of drafts.
   *
   * @param held the project with its counters after them
   * @param unsaid the keys of messages that were only to be redrawn and that were never said
   */
  public record Said(Held held, Set<String> unsaid) {}

  /** Says or redraws messages. */
  public static Said say(Handle handle, Held held, List<Draft> drafts, Instant at, Ready ready) {
    ProjectId project = held.sidecar().id();
    long messages = held.messages();
    long seq = held.seq();
    Set<String> unsaid = new HashSet<>();
    for (Draft draft : drafts) {
      long next = seq + 1;
      int redrawn =
          handle
              .createUpdate(
                  "update message set seq = :seq, content = :content where project = :project and"
                      + " key = :key")
              .bind("seq", next)
              .bind("content", ready.json(draft.content()))
              .bind("project", project.value())
              .bind("key", draft.key())
              .execute();
      if (redrawn == 0 && draft.redraw()) {
        unsaid.add(draft.key());
        continue;
      }
      seq = next;
      if (redrawn == 0) {
        messages++;
        insert(handle, project, draft, messages, seq, at, ready);
      }
      controls(handle, project, draft, ready);
    }
    return new Said(new Held(held.workflow(), held.sidecar(), messages, seq), unsaid);
  }

  private static void insert(
      Handle handle,
      ProjectId project,
      Draft draft,
      long number,
      long seq,
      Instant at,
      Ready ready) {
    PersonId by = draft.by();
    handle
        .createUpdate(
            """
            insert into message (project, number, key, seq, by, at, content)
            values (:project, :number, :key, :seq, :by, :at, :content)
            """)
        .bind("project", project.value())
        .bind("number", number)
        .bind("key", draft.key())
        .bind("seq", seq)
        .bind("by", by == null ? null : by.value())
        .bind("at", at.toEpochMilli())
        .bind("content", ready.json(draft.content()))
        .execute();
  }

  /** A button that was ever shown stays known, so that a late click gets an answer. */
  private static void controls(Handle handle, ProjectId project, Draft draft, Ready ready) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into control (id, project, message, press)
            values (:id, :project, :message, :press) on conflict do nothing
            """);
    draft
        .content()
        .buttons()
        .forEach(button ->
            batch
                .bind("id", button.control())
                .bind("project", project.value())
                .bind("message", draft.key())
                .bind("press", ready.json(button.press()))
                .add());
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** A message as it is stored, without the words that it recalls. */
  public record Kept(String key, @Nullable PersonId by, Content content) {}

  public static List<Kept> kept(Handle handle, ProjectId project) {
    return handle
        .createQuery(
            """
            select number, key, seq, by, at, content from message
            where project = :project order by number
            """)
        .bind("project", project.value())
        .map((rows, _) -> message(rows))
        .map(message -> new Kept(message.key(), message.by(), message.content()))
        .list();
  }

  /** Has somebody else have said what a person said. */
  public static void saidBy(Handle handle, ProjectId project, PersonId was, PersonId now) {
    handle
        .createUpdate("update message set by = :now where project = :project and by = :was")
        .bind("now", now.value())
        .bind("project", project.value())
        .bind("was", was.value())
        .execute();
  }

  public static List<Message> after(Handle handle, ProjectId project, long seq, int limit) {
    return handle
        .createQuery(
            """
            select number, key, seq, by, at, content from message
            where project = :project and seq > :seq order by seq limit :limit
            """)
        .bind("project", project.value())
        .bind("seq", seq)
        .bind("limit", limit)
        .map((rows, _) -> message(rows))
        .list()
        .stream()
        .map(message -> recalled(handle, project, message))
        .toList();
  }

  public static List<Message> latest(Handle handle, ProjectId project, int most) {
    return handle
        .createQuery(
            """
            select number, key, seq, by, at, content from message
            where project = :project order by number desc limit :most
            """)
        .bind("project", project.value())
        .bind("most", most)
        .map((rows, _) -> message(rows))
        .list()
        .reversed()
        .stream()
        .map(message -> recalled(handle, project, message))
        .toList();
  }

  public static Optional<Message> find(Handle handle, ProjectId project, String key) {
    return handle
        .createQuery(
            """
            select number, key, seq, by, at, content from message
            where project = :project and key = :key
            """)
        .bind("project", project.value())
        .bind("key", key)
        .map((rows, _) -> message(rows))
        .findOne()
        .map(message -> recalled(handle, project, message));
  }

  /** With the words of other messages that it recalls; they are kept in one place only. */
  private static Message recalled(Handle handle, ProjectId project, Message message) {
    return new Message(
        message.number(),
        message.seq(),
        message.key(),
        message.by(),
        message.at(),
        Recall.with(message.content(), key -> said(handle, project, key)));
  }

  private static Optional<String> said(Handle handle, ProjectId project, String key) {
    return handle
        .createQuery("select content from message where project = :project and key = :key")
        .bind("project", project.value())
        .bind("key", key)
        .map((rows, _) -> Records.read(rows.getString("content"), Content.class).text())
        .findOne();
  }

  private static Message message(ResultSet rows) throws SQLException {
    String by = rows.getString("by");
    return new Message(
        rows.getLong("number"),
        rows.getLong("seq"),
        rows.getString("key"),
        by == null ? null : new PersonId(by),
        Instant.ofEpochMilli(rows.getLong("at")),
        Records.read(rows.getString("content"), Content.class));
  }

  public static Optional<Projects.Control> control(Handle handle, String id) {
    return handle
        .createQuery("select project, message, press from control where id = :id")
        .bind("id", id)
        .map((rows, _) ->
            new Projects.Control(
                new ProjectId(rows.getString("project")),
                rows.getString("message"),
                Records.read(rows.getString("press"), Press.class)))
        .findOne();
  }

  /** Where a message stands in a channel, and which change of it is shown there. */
  public record Posting(Surface.Posted posted, long seq) {}

  public static Optional<Posting> posting(
      Handle handle, ProjectId project, String key, ChannelId channel) {
    return handle
        .createQuery(
            """
            select place, platform_id, seq from posting
            where project = :project and key = :key and channel = :channel
            """)
        .bind("project", project.value())
        .bind("key", key)
        .bind("channel", channel.value())
        .map((rows, _) ->
            new Posting(
                new Surface.Posted(rows.getString("place"), rows.getString("platform_id")),
                rows.getLong("seq")))
        .findOne();
  }

  public static void posted(
      Handle handle,
      ProjectId project,
      String key,
      ChannelId channel,
      Surface.Posted posted,
      long seq) {
    handle
        .createUpdate(
            """
            insert into posting (project, key, channel, place, platform_id, seq)
            values (:project, :key, :channel, :place, :id, :seq)
            on conflict (project, key, channel) do update set place = excluded.place,
              platform_id = excluded.platform_id, seq = excluded.seq
            """)
        .bind("project", project.value())
        .bind("key", key)
        .bind("channel", channel.value())
        .bind("place", posted.place())
        .bind("id", posted.id())
        .bind("seq", seq)
        .execute();
  }

  /**
   * Has what is to be shown in a channel shown there even if it stands there as far as known: where
   * somebody comes back to, things may have been taken away.
   */
  public static void doubt(Handle handle, ProjectId project, ChannelId channel) {
    handle
        .createUpdate("update posting set seq = 0 where project = :project and channel = :channel")
        .bind("project", project.value())
        .bind("channel", channel.value())
        .execute();
  }

  public static Optional<Projects.Place> place(
      Handle handle, String surface, String place, String platformId) {
    return handle
        .createQuery(
            """
            select project, key, channel from posting
            where place = :place and platform_id = :id and channel like :surface || ':%'
            """)
        .bind("place", place)
        .bind("id", platformId)
        .bind("surface", surface)
        .map((rows, _) ->
            new Projects.Place(
                new ProjectId(rows.getString("project")),
                new ChannelId(rows.getString("channel")),
                rows.getString("key")))
        .findFirst();
  }
}
