package dev.aiwf.engine;

import dev.aiwf.core.port.Operations;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.rows.Records;
import dev.aiwf.engine.rows.SpendTable;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Where an operator looks after projects and effects.
 *
 * @param wake is told of effects that can be done again
 */
record Desk(
    Engine looking,
    Proof proof,
    Database database,
    InstantSource clock,
    Consumer<InboxTable.Place> wake)
    implements Operations {

  private static final int MOST = 1_000;

  private static final String LINES =
      """
      select id, effect, project, lane, state, held, tries, at, not_before, error
      from outbox where state in ('open', 'taken', 'given_up')
      """;

  @Override
  public Health health() {
    Figures figures = looking.figures();
    return new Health(
        database.read(handle -> version(database.dialect(), handle)),
        looking.durability().doubts(),
        looking.hindrance().orElse(null),
        figures.commands(),
        figures.inboxAge(),
        figures.effects(),
        figures.laneAge(),
        figures.held(),
        figures.givenUp(),
        database.read(OutboxTable::countTriedAgain),
        database.read(handle ->
            SpendTable.today(handle, clock.instant().atZone(ZoneOffset.UTC).toLocalDate())));
  }

  private static String version(Dialect dialect, Handle handle) {
    return switch (dialect) {
      case SQLITE ->
          "SQLite " + handle.createQuery("select sqlite_version()").mapTo(String.class).one();
      case POSTGRESQL ->
          "PostgreSQL " + handle.createQuery("show server_version").mapTo(String.class).one();
    };
  }

  @Override
  public List<Projects.Line> projects() {
    return looking.projects().list();
  }

  @Override
  public Proofs proofs() {
    return proof.all(false);
  }

  @Override
  public Proofs rebuild() {
    return proof.all(true);
  }

  @Override
  public List<EffectLine> effects() {
    return database.read(handle ->
        handle
            .createQuery(
                LINES
                    + " order by case when state = 'given_up' then 0 when held = 1 then 1 else 2"
                    + " end, id limit :most")
            .bind("most", MOST)
            .map((rows, _) -> line(rows))
            .list());
  }

  @Override
  public Optional<EffectLine> effect(long effect) {
    return database.read(handle ->
        handle
            .createQuery(LINES + " and id = :id")
            .bind("id", effect)
            .map((rows, _) -> line(rows))
            .findOne());
  }

  private static EffectLine line(ResultSet rows) throws SQLException {
    long notBefore = rows.getLong("not_before");
    return new EffectLine(
        rows.getLong("id"),
        kind(rows.getString("effect")),
        new ProjectId(rows.getString("project")),
        rows.getString("lane"),
        rows.getString("state").equals("given_up")
            ? State.GIVEN_UP
            : rows.getInt("held") == 1 ? State.HELD : State.WAITING,
        rows.getInt("tries"),
        Instant.ofEpochMilli(rows.getLong("at")),
        notBefore == 0 ? null : Instant.ofEpochMilli(notBefore),
        rows.getString("error"));
  }

  private static String kind(String effect) {
    try {
      return Records.name(Records.read(effect, Effect.class).getClass());
    } catch (RuntimeException e) {
      return "unreadable";
    }
  }

  @Override
  public boolean retry(long effect) {
    // As one that is under way: of those that are open, no two may redraw the same message.
    return change(
        """
        update outbox set state = 'taken', tries = 1, error = null, not_before = :now, ended = null
        where id = :id and state = 'given_up' returning id, lane
        """,
        effect);
  }

  @Override
  public boolean drop(long effect) {
    return change(
        """
        update outbox set state = 'dropped', held = 0, error = 'dropped by hand', ended = :now
        where id = :id and (state = 'given_up' or state in ('open', 'taken') and held = 1)
        returning id, lane
        """,
        effect);
  }

  @Override
  public int release() {
    List<InboxTable.Place> released =
        database
            .writer()
            .write(
                handle ->
                    handle
                        .createQuery("update outbox set held = 0 where held = 1 returning id, lane")
                        .map((rows, _) -> place(rows))
                        .list(),
                places -> places.forEach(wake));
    return released.size();
  }

  private boolean change(String update, long effect) {
    List<InboxTable.Place> changed =
        database
            .writer()
            .write(
                handle ->
                    handle
                        .createQuery(update)
                        .bind("id", effect)
                        .bind("now", clock.instant().toEpochMilli())
                        .map((rows, _) -> place(rows))
                        .list(),
                places -> places.forEach(wake));
    return !changed.isEmpty();
  }

  private static InboxTable.Place place(ResultSet rows) throws SQLException {
    return new InboxTable.Place(rows.getLong("id"), rows.getString("lane"));
  }
}
