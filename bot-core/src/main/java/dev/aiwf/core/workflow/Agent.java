package dev.aiwf.core.workflow;

/**
 * A specialist's voice that the architect takes on in a step.
 *
 * @param id its name in the pack
 * @param title what people call it
 * @param persona how it thinks and speaks
 */
public record Agent(String id, String title, String persona) {}
