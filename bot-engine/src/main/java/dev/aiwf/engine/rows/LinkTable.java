package dev.aiwf.engine.rows;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Which persons are one human, and the codes by which they say so. */
public final class LinkTable {

  private LinkTable() {}

  public static Set<PersonId> also(Handle handle, PersonId person) {
    Set<PersonId> also =
        new TreeSet<>(
            handle
                .createQuery(
                    """
                    select other.person from same_human mine
                    join same_human other on other.human = mine.human
                    where mine.person = :person
                    """)
                .bind("person", person.value())
                .map((rows, _) -> new PersonId(rows.getString("person")))
                .list());
    also.remove(person);
    return also;
  }

  /** A person has one code at a time; an earlier one is worth nothing from here on. */
  public static void give(Handle handle, Person person, String code, Instant expires) {
    forget(handle, person.id());
    handle
        .createUpdate(
            """
            insert into link_code (person, name, code, expires)
            values (:person, :name, :code, :expires)
            """)
        .bind("person", person.id().value())
        .bind("name", person.name())
        .bind("code", code)
        .bind("expires", expires.toEpochMilli())
        .execute();
  }

  /**
   * A code that was given out.
   *
   * @param by whom it was given to
   * @param typed who typed it, if anybody did
   */
  public record Code(Person by, Instant expires, Optional<Person> typed) {}

  public static Optional<Code> of(Handle handle, String code) {
    return find(handle, "code", code);
  }

  public static Optional<Code> of(Handle handle, PersonId person) {
    return find(handle, "person", person.value());
  }

  private static Optional<Code> find(Handle handle, String by, String value) {
    return handle
        .createQuery(
            "select person, name, expires, typed_by, typed_name from link_code where "
                + by
                + " = :value")
        .bind("value", value)
        .map((rows, _) -> {
          String typed = rows.getString("typed_by");
          return new Code(
              new Person(new PersonId(rows.getString("person")), rows.getString("name"), true),
              Instant.ofEpochMilli(rows.getLong("expires")),
              typed == null
                  ? Optional.empty()
                  : Optional.of(
                      new Person(new PersonId(typed), rows.getString("typed_name"), true)));
        })
        .findOne();
  }

  public static void typed(Handle handle, PersonId by, Person person) {
    handle
        .createUpdate(
            "update link_code set typed_by = :typed, typed_name = :name where person = :person")
        .bind("typed", person.id().value())
        .bind("name", person.name())
        .bind("person", by.value())
        .execute();
  }

  public static void forget(Handle handle, PersonId person) {
    handle
        .createUpdate("delete from link_code where person = :person or typed_by = :person")
        .bind("person", person.value())
        .execute();
  }

  /** From here on these are one human, and so is everybody whom either was before. */
  public static void join(Handle handle, PersonId one, PersonId other, Instant at) {
    String human = human(handle, one).orElse(one.value());
    Set<PersonId> all = new TreeSet<>(also(handle, one));
    all.addAll(also(handle, other));
    all.add(one);
    all.add(other);
    for (PersonId each : all) {
      leave(handle, each);
      handle
          .createUpdate("insert into same_human (person, human, at) values (:person, :human, :at)")
          .bind("person", each.value())
          .bind("human", human)
          .bind("at", at.toEpochMilli())
          .execute();
    }
  }

  private static Optional<String> human(Handle handle, PersonId person) {
    return handle
        .createQuery("select human from same_human where person = :person")
        .bind("person", person.value())
        .mapTo(String.class)
        .findOne();
  }

  /** Nobody is this person any more, and no code of theirs is good. */
  public static boolean parted(Handle handle, PersonId person) {
    forget(handle, person);
    return leave(handle, person);
  }

  /** Whether this person was one of several. */
  static boolean leave(Handle handle, PersonId person) {
    return handle
            .createUpdate("delete from same_human where person = :person")
            .bind("person", person.value())
            .execute()
        > 0;
  }
}
