package dev.aiwf.core.workflow;

/**
 * A stretch of the way.
 *
 * @param number its place, beginning with 0
 * @param title what people call it
 */
public record Phase(int number, String title) {}
