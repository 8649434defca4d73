package dev.aiwf.engine.rows;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Spent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

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
    return handle
        .createQuery("select coalesce(sum(tokens), 0) from spend where day = :day")
        .bind("day", day.toString())
        .mapTo(Long.class)
        .one();
  }

  /** All but this talk's own. */
  public static Sums sums(
      Handle handle, String talk, ProjectId project, PersonId person, LocalDate day) {
    return new Sums(
        sum(handle, talk, "day = :value", day.toString()),
        handle
            .createQuery(
                "select coalesce(sum(reserved + tokens), 0) from spend where talk <> :talk"
                    + " and day = :day and person = :person")
            .bind("talk", talk)
            .bind("day", day.toString())
            .bind("person", person.value())
            .mapTo(Long.class)
            .one(),
        sum(handle, talk, "project = :value", project.value()));
  }

  private static long sum(Handle handle, String talk, String which, String value) {
    return handle
        .createQuery(
            "select coalesce(sum(reserved + tokens), 0) from spend where talk <> :talk and "
                + which)
        .bind("talk", talk)
        .bind("value", value)
        .mapTo(Long.class)
        .one();
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
  }

  /** Has somebody else have spent what a person spent. */
  public static void spentBy(Handle handle, ProjectId project, PersonId was, PersonId now) {
    handle
        .createUpdate("update spend set person = :now where project = :project and person = :was")
        .bind("now", now.value())
        .bind("project", project.value())
        .bind("was", was.value())
        .execute();
  }
}
