package dev.aiwf.core.project;

import org.jspecify.annotations.Nullable;

/**
 * Text that was drafted and waits for somebody to keep it.
 *
 * @param section the section of the files it is for; none for what came of an analysis
 * @param about the analysis it came of, if it did
 */
public record Prose(@Nullable String section, Conversation.@Nullable Analysis about, String text) {}
