package dev.aiwf.core.workflow;

/**
 * A part of the files that may hold prose which somebody accepted. All else in them is rendered
 * from answers.
 *
 * @param id its name in the pack
 * @param title what people call it
 * @param what what belongs into it
 */
public record Section(String id, String title, String what) {}
