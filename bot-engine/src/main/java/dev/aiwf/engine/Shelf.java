package dev.aiwf.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import dev.aiwf.engine.rows.Held;
import dev.aiwf.engine.rows.MessageTable;
import dev.aiwf.engine.rows.PackTable;
import dev.aiwf.engine.rows.ProjectTable;
import dev.aiwf.engine.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Projects and workflows within reach, so that a turn need not read what the last one wrote. */
final class Shelf {

  // A project that was led to its end weighs some 130 KB.
  private static final long MOST_PROJECTS = 1_000;
  private static final long MOST_PLACES = 20_000;

  private final Database database;
  private final List<Workflow> offered;
  private final Map<String, Workflow> workflows = new ConcurrentHashMap<>();
  private final Cache<ProjectId, Held> projects =
      Caffeine.newBuilder().maximumSize(MOST_PROJECTS).build();
  // Asked for each word that is typed; where a message stands never changes.
  private final Cache<Named, Projects.Place> places =
      Caffeine.newBuilder().maximumSize(MOST_PLACES).build();

  Shelf(Database database, List<Workflow> offered) {
    this.database = database;
    this.offered = List.copyOf(offered);
    offered.forEach(workflow -> workflows.put(workflow.ref().hash(), workflow));
    if (!offered.isEmpty()) {
      database
          .writer()
          .write(handle -> {
            offered.forEach(workflow -> PackTable.keep(handle, workflow));
            return offered.size();
          });
    }
  }

  List<Workflow> offered() {
    return offered;
  }

  Optional<Workflow> workflow(WorkflowRef ref) {
    Workflow known = workflows.get(ref.hash());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Workflow> kept = database.read(handle -> PackTable.find(handle, ref.hash()));
    kept.ifPresent(workflow -> workflows.put(ref.hash(), workflow));
    return kept;
  }

  /** The workflow of that hash, which some stored project follows. */
  Workflow workflow(String hash) {
    return workflow(new WorkflowRef("", "", hash))
        .orElseThrow(() -> new IllegalStateException("no workflow is stored under " + hash));
  }

  Optional<Held> project(ProjectId id) {
    @Nullable Held held = projects.getIfPresent(id);
    if (held != null) {
      return Optional.of(held);
    }
    return database
        .read(handle -> ProjectTable.find(handle, id))
        .map(stored ->
            new Held(
                workflow(stored.sidecar().workflow().hash()),
                stored.sidecar(),
                stored.messages(),
                stored.seq()));
  }

  /** What a platform calls a message. */
  private record Named(String surface, String place, String id) {}

  /** Which message a platform means. */
  Optional<Projects.Place> place(String surface, String place, String id) {
    Named named = new Named(surface, place, id);
    Projects.Place known = places.getIfPresent(named);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Projects.Place> found =
        database.read(handle -> MessageTable.place(handle, surface, place, id));
    found.ifPresent(there -> places.put(named, there));
    return found;
  }

  /** Puts a project within reach. Only its lane does this, after the commit. */
  void put(Held held) {
    projects.put(held.sidecar().id(), held);
  }

  void forget(ProjectId id) {
    projects.invalidate(id);
    places.asMap().values().removeIf(place -> place.project().equals(id));
  }

  /** Nothing that was put within reach is known to be true any more. */
  void forgetAll() {
    projects.invalidateAll();
  }
}
