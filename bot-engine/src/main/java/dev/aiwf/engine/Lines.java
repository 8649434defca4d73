package dev.aiwf.engine;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.rows.ProjectTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The list of projects, of which only what was touched is read anew. Whether it is still right the
 * database says, so that it does not matter who wrote there.
 */
final class Lines {

  private static final ProjectTable.Stamp NOTHING = new ProjectTable.Stamp(0, 0, 0);

  private Known known = new Known(NOTHING, Map.of(), List.of());

  private record Known(
      ProjectTable.Stamp stamp, Map<ProjectId, Projects.Line> byId, List<Projects.Line> lines) {

    static Known of(ProjectTable.Stamp stamp, Map<ProjectId, Projects.Line> byId) {
      List<Projects.Line> lines = new ArrayList<>(byId.values());
      lines.sort(
          Comparator.comparing(Projects.Line::updated)
              .reversed()
              .thenComparing(line -> line.id().value()));
      return new Known(stamp, byId, List.copyOf(lines));
    }

    boolean is(ProjectTable.Stamp now) {
      return byId.size() == now.count()
          && byId.values().stream().mapToLong(Projects.Line::number).sum() == now.numbers();
    }
  }

  /** All of them, the latest touched first. */
  synchronized List<Projects.Line> all(Handle handle, Function<String, Workflow> workflows) {
    ProjectTable.Stamp now = ProjectTable.stamp(handle);
    if (!now.equals(known.stamp())) {
      Known later = with(handle, known.stamp().latest(), known.byId(), now, workflows);
      // One that was forgotten, or touched by a clock that goes behind.
      known = later.is(now) ? later : with(handle, 0, Map.of(), now, workflows);
    }
    return known.lines();
  }

  private static Known with(
      Handle handle,
      long since,
      Map<ProjectId, Projects.Line> before,
      ProjectTable.Stamp now,
      Function<String, Workflow> workflows) {
    Map<ProjectId, Projects.Line> byId = new HashMap<>(before);
    ProjectTable.list(handle, since, workflows).forEach(line -> byId.put(line.id(), line));
    return Known.of(now, byId);
  }
}
