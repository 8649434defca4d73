package dev.aiwf.knowledge.items;

/**
 * The place that an item rests on.
 *
 * @param source the id of the text
 * @param section where in it, so that somebody finds it
 */
public record Citation(String source, String section) {}
