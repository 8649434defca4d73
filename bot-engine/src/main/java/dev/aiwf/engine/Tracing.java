package dev.aiwf.engine;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.engine.rows.ProjectTable;
import dev.aiwf.engine.rows.Pseudonym;
import dev.aiwf.engine.rows.Records;
import dev.aiwf.engine.store.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Finds where people are kept. It reads whole tables: this is asked rarely. */
record Tracing(Database database) {

  private static final String PROJECTS =
      """
      select project from journal where by = :id or %s
      union select project from message where by = :id or %s
      union select project from outbox where %s
      union select project from inbox where %s
      union select id from project where %s
      order by 1
      """
          .formatted(
              there("fact"), there("content"), there("effect"), there("body"), there("sidecar"));

  /** As an id stands in a record, and as it stands in a commit's trailers. */
  private static String there(String column) {
    return "(%1$s like :quoted escape '!' or %1$s like :bracketed escape '!')".formatted(column);
  }

  List<Forgetting.Known> people() {
    Map<PersonId, Set<String>> names = new LinkedHashMap<>();
    Map<PersonId, Integer> projects = new LinkedHashMap<>();
    members(member -> {
      names.computeIfAbsent(member.id(), _ -> new LinkedHashSet<>()).add(member.name());
      projects.merge(member.id(), 1, Integer::sum);
    });
    return names.entrySet().stream()
        .filter(each -> !Pseudonym.is(each.getKey()))
        .map(each ->
            new Forgetting.Known(
                each.getKey(),
                List.copyOf(each.getValue()),
                projects.getOrDefault(each.getKey(), 0)))
        .toList();
  }

  /** A number that nobody who was forgotten bears. */
  long unusedNumber() {
    long[] highest = {0};
    members(member -> highest[0] = Math.max(highest[0], Pseudonym.numberOf(member.id())));
    return highest[0] + 1;
  }

  private void members(Consumer<Person> each) {
    database.<Integer>read(handle -> {
      handle
          .createQuery("select sidecar from project order by created, id")
          .map((rows, _) -> Records.read(rows.getString(1), Sidecar.class).team())
          .forEach(team ->
              team.members()
                  .forEach((id, member) ->
                      each.accept(new Person(id, member.name(), member.verified()))));
      return 0;
    });
  }

  Optional<Forgetting.Traces> of(PersonId person) {
    // Somebody's name would be found as well, where it stands alone; no id looks like one.
    if (person.value().indexOf(':') < 1) {
      return Optional.empty();
    }
    return database.read(handle -> {
      List<ProjectId> projects =
          bound(handle.createQuery(PROJECTS), person)
              .map((rows, _) -> new ProjectId(rows.getString(1)))
              .list();
      return projects.isEmpty()
          ? Optional.<Forgetting.Traces>empty()
          : Optional.of(
              new Forgetting.Traces(
                  person,
                  names(handle, person),
                  projects,
                  projects.stream().filter(id -> owns(handle, id, person)).toList(),
                  count(handle, "journal where by = :id or " + there("fact"), person),
                  count(handle, "message where by = :id", person)));
    });
  }

  private static boolean owns(Handle handle, ProjectId project, PersonId person) {
    return ProjectTable.find(handle, project)
        .filter(stored -> stored.sidecar().team().owner().equals(person))
        .isPresent();
  }

  /** All that they were ever called, the latest last. */
  private static List<String> names(Handle handle, PersonId person) {
    List<Person> seen = new ArrayList<>();
    bound(handle.createQuery("select effect from outbox where " + there("effect")), person)
        .mapTo(String.class)
        .forEach(json -> {
          switch (Records.read(json, Effect.class)) {
            case Effect.Whisper whisper -> seen.add(whisper.person());
            case Effect.Publish publish -> seen.add(publish.author());
            case Effect.Show _,
                Effect.Remind _,
                Effect.OpenRepository _,
                Effect.ReadDocuments _,
                Effect.ReadArtifact _,
                Effect.Talk _,
                Effect.StopTalk _,
                Effect.Consult _,
                Effect.Remember _ -> {}
          }
        });
    bound(
            handle.createQuery(
                "select fact from journal where "
                    + there("fact")
                    + " order by at, project, number"),
            person)
        .mapTo(String.class)
        .forEach(json -> {
          Fact fact = Records.read(json, Fact.class);
          if (fact instanceof Fact.PersonSeen(var whom)) {
            seen.add(whom);
          } else if (fact instanceof Fact.RoleAssigned(var whom, _)) {
            seen.add(whom);
          } else if (fact instanceof Fact.JoinAsked(_, var whom, _, _)) {
            seen.add(whom);
          }
        });
    Set<String> names = new LinkedHashSet<>();
    for (Person each : seen) {
      if (each.id().equals(person) && !each.name().isBlank()) {
        names.remove(each.name());
        names.add(each.name());
      }
    }
    return List.copyOf(names);
  }

  private static long count(Handle handle, String where, PersonId person) {
    return bound(handle.createQuery("select count(*) from " + where), person)
        .mapTo(Long.class)
        .one();
  }

  private static Query bound(Query query, PersonId person) {
    String quoted = Records.write(person.value());
    String inside = quoted.substring(1, quoted.length() - 1);
    // Not every statement has a place for each of them.
    return query
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bind("id", person.value())
        .bind("quoted", "%" + escaped(quoted) + "%")
        .bind("bracketed", "%(" + escaped(inside) + ")%");
  }

  private static String escaped(String text) {
    return text.replaceAll("[!%_]", "!$0");
  }
}
