package dev.aiwf.engine;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.rows.LinkTable;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.rows.ProjectRows;
import dev.aiwf.engine.rows.ProjectTable;
import dev.aiwf.engine.rows.Pseudonym;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.Dialect;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has people and projects forgotten while everything else goes on. */
final class Oblivion implements Forgetting {

  private static final Logger LOG = LoggerFactory.getLogger(Oblivion.class);

  private final Parts parts;
  private final Database database;
  private final Tracing tracing;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  Oblivion(Parts parts) {
    this.parts = parts;
    this.database = parts.database();
    this.tracing = new Tracing(database);
  }

  /**
   * What it stands on.
   *
   * @param turns where projects stand still while they are changed
   * @param effects where what is to be done for them does
   * @param wake is told of effects that are to be done
   */
  record Parts(
      Database database,
      Shelf shelf,
      InstantSource clock,
      Repositories repositories,
      Memory memory,
      Waiters waiters,
      Followers followers,
      Lanes turns,
      Lanes effects,
      Consumer<InboxTable.Place> wake) {}

  @Override
  public List<Known> people() {
    return tracing.people();
  }

  @Override
  public Optional<Traces> of(PersonId person) {
    return tracing.of(person);
  }

  @Override
  public Optional<Traces> forget(PersonId person) {
    oneAtATime.lock();
    try {
      Optional<Traces> traces = tracing.of(person);
      if (traces.isPresent()) {
        Pseudonym pseudonym = Pseudonym.of(person, traces.get().names(), tracing.unusedNumber());
        traces.get().projects().forEach(project -> forget(project, pseudonym));
        database.writer().write(handle -> LinkTable.parted(handle, person));
        wipe();
        LOG.info("Forgot a person; projects changed: {}", traces.get().projects().size());
      }
      return traces;
    } finally {
      oneAtATime.unlock();
    }
  }

  private void forget(ProjectId project, Pseudonym person) {
    still(
        project,
        () -> {
          Erasure erasure = Erasure.of(database, parts.shelf(), project, person);
          database
              .writer()
              .write(
                  handle -> {
                    overwriting(handle);
                    return erasure.write(handle, parts.clock().instant());
                  },
                  written -> {
                    changed(project, written.refused());
                    written.effects().forEach(parts.wake());
                  });
        });
  }

  @Override
  public Optional<Extent> of(ProjectId project) {
    return database.read(handle ->
        ProjectTable.find(handle, project)
            .map(stored -> {
              Repository repository = stored.sidecar().repository();
              Repository.Place place = repository.place();
              return new Extent(
                  project,
                  stored.sidecar().name(),
                  ProjectRows.count(handle, "journal", project),
                  ProjectRows.count(handle, "message", project),
                  ProjectRows.count(handle, "outbox", project),
                  place == null ? null : place.address(),
                  repository.linked() == null);
            }));
  }

  @Override
  public Optional<Extent> forget(ProjectId project, boolean keepRepository) throws NotNow, NotEver {
    oneAtATime.lock();
    try {
      Optional<Extent> extent = of(project);
      if (extent.isEmpty()) {
        return extent;
      }
      try (Lanes.Hold _ = parts.turns().hold(List.of(Turns.lane(project)));
          Lanes.Hold _ = parts.effects().hold(lanes(project))) {
        // Before the rows: should it break off in between, it can be said again.
        if (!keepRepository && extent.get().own() && extent.get().repository() != null) {
          parts.repositories().remove(project);
        }
        parts.memory().remove(project);
        database
            .writer()
            .write(
                handle -> {
                  overwriting(handle);
                  return ProjectRows.delete(handle, project);
                },
                refused -> changed(project, refused));
      }
      wipe();
      LOG.info("Forgot project {}", project);
      return extent;
    } finally {
      oneAtATime.unlock();
    }
  }

  /** First its turns, so that no new effects come; then its effects. */
  private void still(ProjectId project, Runnable work) {
    try (Lanes.Hold _ = parts.turns().hold(List.of(Turns.lane(project)));
        Lanes.Hold _ = parts.effects().hold(lanes(project))) {
      work.run();
    }
  }

  private List<String> lanes(ProjectId project) {
    return database.read(handle -> OutboxTable.lanes(handle, project));
  }

  private void changed(ProjectId project, List<String> refused) {
    parts.shelf().forget(project);
    refused.forEach(command -> parts.waiters().settled(command, InboxTable.FORGOTTEN));
    parts.followers().changed(project);
  }

  /** SQLite leaves what was deleted in its file otherwise, to be written over some day. */
  private void overwriting(Handle handle) {
    if (database.dialect() == Dialect.SQLITE) {
      handle.execute("pragma secure_delete = on");
    }
  }

  /**
   * What was written over still stands in the log of the writer until that begins anew, and what
   * was deleted earlier in the file until that is packed; for which all others would have to wait.
   */
  private void wipe() {
    if (database.dialect() == Dialect.SQLITE) {
      Jdbi.create(database.source())
          .useHandle(handle -> {
            if (!parts.turns().opened()) {
              handle.execute("vacuum");
            }
            handle.execute("pragma wal_checkpoint(truncate)");
          });
    }
  }
}
