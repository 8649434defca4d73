package dev.aiwf.web.pages;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.rules.Situation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose signature is missing, remembered until the project goes on: a list need not read it anew.
 */
final class Signers {

  private record Known(long number, String name) {}

  private final Map<ProjectId, Known> known = new ConcurrentHashMap<>();
  private final Projects projects;

  Signers(Projects projects) {
    this.projects = projects;
  }

  /** Whoever may sign, and else whose project it is. */
  String of(Projects.Line line) {
    Known last = known.get(line.id());
    if (last != null && last.number() == line.number()) {
      return last.name();
    }
    String name =
        projects
            .find(line.id())
            .flatMap(standing -> Situation.of(standing.workflow(), standing.sidecar()))
            .flatMap(here -> here.signers().stream().findFirst().map(here.sidecar()::nameOf))
            .orElse(line.owner());
    known.put(line.id(), new Known(line.number(), name));
    return name;
  }
}
