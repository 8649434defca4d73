package dev.aiwf.core.port;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;

/** Makes files of a project's state, and reads the state back: the same gives the same bytes. */
public interface Renderer extends Sidecars {

  /** The sidecar, and what the completed steps write. */
  List<Repositories.File> render(Workflow workflow, Sidecar sidecar);
}
