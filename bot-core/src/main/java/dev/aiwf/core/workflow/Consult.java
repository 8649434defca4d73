package dev.aiwf.core.workflow;

/**
 * A query that a step makes of the knowledge base.
 *
 * @param tool which of its tools
 * @param topic what about
 */
public record Consult(String tool, String topic) {}
