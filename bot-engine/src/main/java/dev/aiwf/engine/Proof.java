package dev.aiwf.engine;

import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the stored sidecars, which are a cache, against the journals, which are the truth. */
record Proof(Database database) {

  private static final int A_PAGE = 1_000;

  /** The projects whose journal does not fold to what is stored. */
  List<ProjectId> missing() {
    return database.read(ProjectTable::ids).stream().filter(id -> !proven(id)).toList();
  }

  private boolean proven(ProjectId id) {
    Optional<Sidecar> stored =
        database.read(handle -> ProjectTable.find(handle, id)).map(ProjectTable.Stored::sidecar);
    return stored.equals(Optional.ofNullable(Evolve.fold(id, journal(id))));
  }

  private List<Entry> journal(ProjectId id) {
    List<Entry> all = new ArrayList<>();
    List<Entry> page;
    do {
      long after = all.size();
      page = database.read(handle -> JournalTable.read(handle, id, after, A_PAGE));
      all.addAll(page);
    } while (page.size() == A_PAGE);
    return all;
  }
}
