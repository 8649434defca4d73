package dev.aiwf.engine;

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
final class ProjectTable {

  private ProjectTable() {}

  static void save(Handle handle, Held held) {
    Sidecar sidecar = held.sidecar();
    Optional<Situation> here = Situation.of(held.workflow(), sidecar);
    handle
        .createUpdate(
            """
            insert into project (id, name, workflow, status, step, owner, waiting_for, number,
              messages, seq, created, updated, sidecar)
            values (:id, :name, :workflow, :status, :step, :owner, :waitingFor, :number,
              :messages, :seq, :created, :updated, :sidecar)
            on conflict (id) do update set name = excluded.name, status = excluded.status,
              step = excluded.step, owner = excluded.owner, waiting_for = excluded.waiting_for,
              number = excluded.number, messages = excluded.messages, seq = excluded.seq,
              updated = excluded.updated, sidecar = excluded.sidecar
            """)
        .bind("id", sidecar.id().value())
        .bind("name", sidecar.name())
        .bind("workflow", sidecar.workflow().hash())
        .bind("status", sidecar.status().key())
        .bind("step", here.map(h -> h.step().id()).orElse(null))
        .bind("owner", sidecar.nameOf(sidecar.team().owner()))
        .bind("waitingFor", here.flatMap(Situation::waitsFor).orElse(null))
        .bind("number", sidecar.number())
        .bind("messages", held.messages())
        .bind("seq", held.seq())
        .bind("created", sidecar.created().toEpochMilli())
        .bind("updated", sidecar.updated().toEpochMilli())
        .bind("sidecar", Records.write(sidecar))
        .execute();
  }

  /** What is stored of a project, without its workflow. */
  record Stored(Sidecar sidecar, long messages, long seq) {}

  static Optional<Stored> find(Handle handle, ProjectId project) {
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

  static List<ProjectId> ids(Handle handle) {
    return handle
        .createQuery("select id from project order by id")
        .map((rows, _) -> new ProjectId(rows.getString(1)))
        .list();
  }

  /** The hashes of the workflows that projects follow. */
  static List<String> workflows(Handle handle) {
    return handle.createQuery("select distinct workflow from project").mapTo(String.class).list();
  }

  /** All projects, the latest touched first, without reading a single sidecar. */
  static List<Projects.Line> list(Handle handle, Function<String, Workflow> workflows) {
    return handle
        .createQuery(
            """
            select id, name, workflow, status, step, owner, waiting_for, number, created, updated
            from project order by updated desc, id
            """)
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
              Instant.ofEpochMilli(rows.getLong("updated")));
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
