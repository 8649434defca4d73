package dev.aiwf.engine;

import dev.aiwf.core.port.Projects.Following;
import dev.aiwf.core.project.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to know when something changed in a project. */
final class Followers {

  private final Map<ProjectId, List<Runnable>> byProject = new ConcurrentHashMap<>();

  Following follow(ProjectId project, Runnable changed) {
    byProject.compute(
        project,
        (_, list) -> {
          List<Runnable> all = list == null ? new CopyOnWriteArrayList<>() : list;
          all.add(changed);
          return all;
        });
    return () ->
        byProject.computeIfPresent(
            project,
            (_, list) -> {
              list.remove(changed);
              return list.isEmpty() ? null : list;
            });
  }

  void changed(ProjectId project) {
    byProject.getOrDefault(project, List.of()).forEach(Runnable::run);
  }
}
