package dev.aiwf.engine;

import dev.aiwf.core.port.Operations;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.engine.rows.Held;
import dev.aiwf.engine.rows.JournalTable;
import dev.aiwf.engine.rows.ProjectTable;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.StoreTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the stored sidecars, which are a cache, against the journals, which are the truth.
 *
 * @param turns where a project that is looked at closely stands still
 */
record Proof(Database database, Shelf shelf, Lanes turns) {

  private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

  private enum Verdict {
    PROVEN,
    DIFFERENT,
    BROKEN
  }

  /** The projects whose journal does not fold to what is stored. */
  List<ProjectId> missing() {
    Operations.Proofs proofs = all(false);
    return Stream.concat(proofs.different().stream(), proofs.broken().stream()).toList();
  }

  /**
   * Looks at every project.
   *
   * @param replace whether what is not as its journal says is made so
   */
  Operations.Proofs all(boolean replace) {
    List<ProjectId> ids = database.read(ProjectTable::ids);
    List<ProjectId> different = new ArrayList<>();
    List<ProjectId> broken = new ArrayList<>();
    for (ProjectId id : ids) {
      switch (verdict(id) == Verdict.PROVEN ? Verdict.PROVEN : closely(id, replace)) {
        case PROVEN -> {}
        case DIFFERENT -> different.add(id);
        case BROKEN -> broken.add(id);
      }
    }
    return new Operations.Proofs(ids.size(), different, broken);
  }

  /** Without a turn in between, which would look like a difference and be lost under a rebuild. */
  private Verdict closely(ProjectId id, boolean replace) {
    try (Lanes.Hold _ = turns.hold(List.of(Turns.lane(id)))) {
      Verdict verdict = verdict(id);
      if (replace && verdict == Verdict.DIFFERENT) {
        Held folded = folded(id).orElseThrow();
        database
            .writer()
            .write(
                handle -> {
                  ProjectTable.save(handle, folded);
                  return id;
                },
                shelf::forget);
      }
      return verdict;
    }
  }

  private Verdict verdict(ProjectId id) {
    Optional<Held> folded;
    try {
      folded = folded(id);
    } catch (StoreTrouble e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("The journal of {} can't be read to its end", id, e);
      return Verdict.BROKEN;
    }
    return folded
        .map(held -> stored(id, held) ? Verdict.PROVEN : Verdict.DIFFERENT)
        .orElse(Verdict.BROKEN);
  }

  /** As the journal says it; none if it holds nothing. */
  private Optional<Held> folded(ProjectId id) {
    Sidecar sidecar = Evolve.fold(id, database.read(handle -> JournalTable.whole(handle, id)));
    if (sidecar == null) {
      return Optional.empty();
    }
    ProjectTable.Counters counters = database.read(handle -> ProjectTable.counters(handle, id));
    return Optional.of(
        new Held(
            shelf.workflow(sidecar.workflow().hash()),
            sidecar,
            counters.messages(),
            counters.seq()));
  }

  private boolean stored(ProjectId id, Held folded) {
    try {
      return database.read(handle ->
          ProjectTable.find(handle, id)
                  .equals(
                      Optional.of(
                          new ProjectTable.Stored(
                              folded.sidecar(), folded.messages(), folded.seq())))
              && ProjectTable.shown(handle, id)
                  .equals(Optional.of(ProjectTable.Shown.of(folded.workflow(), folded.sidecar()))));
    } catch (StoreTrouble e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("What is stored of {} can't be read", id, e);
      return false;
    }
  }
}
