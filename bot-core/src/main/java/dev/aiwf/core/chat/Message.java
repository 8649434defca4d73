package dev.aiwf.core.chat;

import dev.aiwf.core.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a project as it stands now.
 *
 * @param number its place in the project
 * @param seq rises with every message and every redraw in the project: what comes after a known one
 *     is new or changed
 * @param key what it is for, for example {@code status} or {@code menu:2}; drawing the same key
 *     again changes this message rather than adding one
 * @param by who said it; none when aiwf speaks
 * @param at when it was first said
 * @param content what it says
 */
public record Message(
    long number, long seq, String key, @Nullable PersonId by, Instant at, Content content) {}
