package dev.aiwf.core.port;

import dev.aiwf.core.project.Import;
import dev.aiwf.core.workflow.Workflow;

/** Reads what lies in a repository, whoever wrote it. */
public interface Sidecars {

  /** What a sidecar has to give to a project of this workflow. Nothing in it makes this fail. */
  Import read(Workflow workflow, Repositories.Found found);
}
