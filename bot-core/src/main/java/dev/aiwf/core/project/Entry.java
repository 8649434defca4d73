package dev.aiwf.core.project;

import dev.aiwf.core.people.PersonId;
import java.time.Instant;

/**
 * A fact with its place in the journal.
 *
 * @param number its place, beginning with 1
 * @param fact what happened
 * @param by whose command it came from
 * @param at when that command was accepted
 * @param command that command's id
 */
public record Entry(long number, Fact fact, PersonId by, Instant at, String command) {}
