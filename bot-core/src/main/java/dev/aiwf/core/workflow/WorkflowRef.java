package dev.aiwf.core.workflow;

/**
 * Pins a project to exactly one version of a workflow.
 *
 * @param id the workflow's name
 * @param version its version
 * @param hash a digest of every file of the pack, so that an edited pack is another one
 */
public record WorkflowRef(String id, String version, String hash) {}
