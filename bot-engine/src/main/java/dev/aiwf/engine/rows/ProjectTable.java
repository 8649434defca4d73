package dev.aiwf.engine.rows;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The folded journals: a cache that can be proven against them. */
public final class ProjectTable {

  private ProjectTable() {}

  public static void save(Handle handle, Held held) {
    save(handle, Line.of(held.workflow(), held.sidecar()), held);
  }

  /**
   * A project as it is stored, but for its counters.
   *
   * @param json the sidecar
   */
  public record Line(Shown shown, String json) {

    public static Line of(Workflow workflow, Sidecar sidecar) {
      return new Line(Shown.of(workflow, sidecar), Records.write(sidecar));
    }
  }

  public static void save(Handle handle, Line line, Held held) {
    Sidecar sidecar = held.sidecar();
    Shown shown = line.shown();
    handle
        .createUpdate(
            """
            insert into project (id, name, workflow, status, step, owner, waiting_for, number,
              messages, seq, created, updated, tokens, sidecar)
            values (:id, :name, :workflow, :status, :step, :owner, :waitingFor, :number,
              :messages, :seq, :created, :updated, :tokens, :sidecar)
            on conflict (id) do update set name = excluded.name, status = excluded.status,
              step = excluded.step, owner = excluded.owner, waiting_for = excluded.waiting_for,
              number = excluded.number, messages = excluded.messages, seq = excluded.seq,
              updated = excluded.updated, tokens = excluded.tokens, sidecar = excluded.sidecar
            """)
        .bind("id", sidecar.id().value())
        .bind("name", shown.name())
        .bind("workflow", shown.workflow())
        .bind("status", shown.status())
        .bind("step", shown.step())
        .bind("owner", shown.owner())
        .bind("waitingFor", shown.waitingFor())
        .bind("number", shown.number())
        .bind("messages", held.messages())
        .bind("seq", held.seq())
        .bind("created", sidecar.created().toEpochMilli())
        .bind("updated", sidecar.updated().toEpochMilli())
        .bind("tokens", sidecar.conversation().spent().tokens())
        .bind("sidecar", line.json())
        .execute();
  }

  /** What a list of projects shows of one. */
  public record Shown(
      String name,
      String workflow,
      String status,
      @Nullable String step,
      String owner,
      @Nullable String waitingFor,
      long number) {

    public static Shown of(Workflow workflow, Sidecar sidecar) {
      Optional<Situation> here = Situation.of(workflow, sidecar);
      return new Shown(
          sidecar.name(),
          sidecar.workflow().hash(),
          sidecar.status().key(),
          here.map(h -> h.step().id()).orElse(null),
          sidecar.nameOf(sidecar.team().owner()),
          here.flatMap(Situation::waitsFor).orElse(null),
          sidecar.number());
    }
  }

  public static Optional<Shown> shown(Handle handle, ProjectId project) {
    return handle
        .createQuery(
            "select name, workflow, status, step, owner, waiting_for, number from project where id"
                + " = :id")
        .bind("id", project.value())
        .map((rows, _) ->
            new Shown(
                rows.getString("name"),
                rows.getString("workflow"),
                rows.getString("status"),
                rows.getString("step"),
                rows.getString("owner"),
                rows.getString("waiting_for"),
                rows.getLong("number")))
        .findOne();
  }

  /** How many messages a project has, and the last change among them. */
  public record Counters(long messages, long seq) {}

  public static Counters counters(Handle handle, ProjectId project) {
    return handle
        .createQuery(
            """
            select coalesce(max(messages), 0), coalesce(max(seq), 0) from (
              select messages, seq from project where id = :id
              union all select number, seq from message where project = :id) counted
            """)
        .bind("id", project.value())
        .map((rows, _) -> new Counters(rows.getLong(1), rows.getLong(2)))
        .one();
  }

  /** What is stored of a project, without its workflow. */
  public record Stored(Sidecar sidecar, long messages, long seq) {}

  public static Optional<Stored> find(Handle handle, ProjectId project) {
    return handle
        .createQuery("select sidecar, messages, seq from project where id = :id")
        .bind("id", project.value())
        .map((rows, _) ->
            new Stored(
                Records.read(rows.getString("sidecar"), Sidecar.class),
                rows.getLong("messages"),
                rows.getLong("seq")))
        .findOne();
  }

  /**
   * The projects in whose state something of that name stands, the latest touched first. Asking the
   * database spares reading the state of all others.
   */
  public static List<ProjectId> naming(Handle handle, String name) {
    return handle
        .createQuery(
            "select id from project where sidecar like :naming escape '!' order by updated desc,"
                + " id")
        .bind("naming", "%" + Records.write(name).replaceAll("([!%_])", "!$1") + "%")
        .map((rows, _) -> new ProjectId(rows.getString("id")))
        .list();
  }

  public static List<ProjectId> ids(Handle handle) {
    return handle
        .createQuery("select id from project union select project from journal order by 1")
        .map((rows, _) -> new ProjectId(rows.getString(1)))
        .list();
  }

  /** The hashes of the workflows that projects follow. */
  public static List<String> workflows(Handle handle) {
    return handle.createQuery("select distinct workflow from project").mapTo(String.class).list();
  }

  /**
   * What tells one list of projects from another: each turn moves a project's number on.
   *
   * @param latest when one was last touched
   */
  public record Stamp(long count, long numbers, long latest) {}

  public static Stamp stamp(Handle handle) {
    return handle
        .createQuery(
            "select count(*), coalesce(sum(number), 0), coalesce(max(updated), 0) from project")
        .map((rows, _) -> new Stamp(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
        .one();
  }

  /** The projects touched since then, without reading a single sidecar. */
  public static List<Projects.Line> list(
      Handle handle, long since, Function<String, Workflow> workflows) {
    return handle
        .createQuery(
            """
            select id, name, workflow, status, step, owner, waiting_for, number, created, updated,
              tokens
            from project where updated >= :since
            """)
        .bind("since", since)
        .map((rows, _) -> {
          Workflow workflow = workflows.apply(rows.getString("workflow"));
          String at = rows.getString("step");
          @Nullable Step step = at == null ? null : workflow.step(at);
          return new Projects.Line(
              new ProjectId(rows.getString("id")),
              rows.getString("name"),
              workflow.ref(),
              status(rows.getString("status")),
              at,
              step == null ? null : step.title(),
              step == null ? null : step.phase(),
              step == null ? null : workflow.phase(step.phase()).title(),
              rows.getString("owner"),
              rows.getString("waiting_for"),
              rows.getLong("number"),
              Instant.ofEpochMilli(rows.getLong("created")),
              Instant.ofEpochMilli(rows.getLong("updated")),
              rows.getLong("tokens"));
        })
        .list();
  }

  private static Status status(String key) {
    for (Status status : Status.values()) {
      if (status.key().equals(key)) {
        return status;
      }
    }
    throw new IllegalStateException("a project's status is " + key);
  }
}
