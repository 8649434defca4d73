package dev.aiwf.engine.rows;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Workflow;

/**
 * A project as the engine holds it.
 *
 * @param workflow the version it follows
 * @param sidecar its state
 * @param messages how many messages it has
 * @param seq the last change among them
 */
public record Held(Workflow workflow, Sidecar sidecar, long messages, long seq) {}
