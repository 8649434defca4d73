package dev.aiwf.engine.rows;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Spent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What talking with models cost, and what is set aside for talks under way. */
public final class SpendTable {

  private SpendTable() {}

  /**
   * What was spent already, what is set aside counted in.
   *
   * @param day by everybody, today
   * @param person by one person, today
   * @param project in one project, ever
   */
  public record Sums(long day, long person, long project) {}

  /** What was spent in a day. */
  public static long today(Handle handle, LocalDate day) {
    return sum(handle, "select sum(tokens) from spend_of_day where day = ?", day.toString());
  }

  /** With what other talks have set aside. */
  public static Sums sums(
      Handle handle, String talk, ProjectId project, PersonId person, LocalDate day) {
    String today = day.toString();
    Sums aside = aside(handle, talk, project, person, today);
    return new Sums(
        aside.day() + today(handle, day),
        aside.person()
            + sum(
                handle,
                "select sum(tokens) from spend_of_day where day = ? and person = ?",
                today,
                person.value()),
        aside.project()
            + sum(
                handle, "select sum(tokens) from spend_of_day where project = ?", project.value()));
  }

  private static Sums aside(
      Handle handle, String talk, ProjectId project, PersonId person, String day) {
    return handle
        .createQuery(
            """
            select sum(case when day = :day then reserved end) as of_day,
              sum(case when day = :day and person = :person then reserved end) as of_person,
              sum(case when project = :project then reserved end) as of_project
            from spend where reserved > 0 and talk <> :talk
            """)
        .bind("talk", talk)
        .bind("day", day)
        .bind("person", person.value())
        .bind("project", project.value())
        .map((row, _) ->
            new Sums(row.getLong("of_day"), row.getLong("of_person"), row.getLong("of_project")))
        .one();
  }

  private static long sum(Handle handle, String query, String... values) {
    Query sum = handle.createQuery(query);
    for (int i = 0; i < values.length; i++) {
      sum.bind(i, values[i]);
    }
    return sum.map((row, _) -> row.getLong(1)).one();
  }

  /** Sets tokens aside; a talk that begins anew after a restart keeps what it has. */
  public static void reserve(
      Handle handle,
      String talk,
      ProjectId project,
      PersonId person,
      LocalDate day,
      Instant at,
      long tokens) {
    handle
        .createUpdate(
            """
            insert into spend (talk, project, person, day, at, reserved)
            values (:talk, :project, :person, :day, :at, :tokens)
            on conflict (talk) do update set reserved = excluded.reserved, day = excluded.day
            """)
        .bind("talk", talk)
        .bind("project", project.value())
        .bind("person", person.value())
        .bind("day", day.toString())
        .bind("at", at.toEpochMilli())
        .bind("tokens", tokens)
        .execute();
  }

  /** Gives back what was set aside. */
  public static void release(Handle handle, String talk) {
    handle
        .createUpdate("update spend set reserved = 0 where talk = :talk")
        .bind("talk", talk)
        .execute();
  }

  /** Writes down what it came to, and gives back the rest. */
  public static void settle(Handle handle, String talk, String model, Spent spent) {
    BigDecimal cost = spent.cost();
    handle
        .createUpdate(
            "update spend set reserved = 0, tokens = tokens + :tokens, model = :model,"
                + " cost = :cost where talk = :talk")
        .bind("talk", talk)
        .bind("tokens", spent.tokens())
        .bind("model", model)
        .bind("cost", cost == null ? null : cost.toPlainString())
        .execute();
    handle
        .createUpdate(
            """
            insert into spend_of_day (day, person, project, tokens)
            select day, person, project, cast(:tokens as bigint) from spend where talk = :talk
            on conflict (day, person, project)
            do update set tokens = spend_of_day.tokens + excluded.tokens
            """)
        .bind("talk", talk)
        .bind("tokens", spent.tokens())
        .execute();
  }

  /** Has somebody else have spent what a person spent; that name must be new in the project. */
  public static void spentBy(Handle handle, ProjectId project, PersonId was, PersonId now) {
    for (String table : List.of("spend", "spend_of_day")) {
      handle
          .createUpdate(
              "update " + table + " set person = :now where project = :project and person = :was")
          .bind("now", now.value())
          .bind("project", project.value())
          .bind("was", was.value())
          .execute();
    }
  }
}
