package dev.aiwf.core.project;

import java.time.Instant;

/**
 * What somebody asks of a project.
 *
 * @param id its name; a repeated delivery bears the same one
 * @param project which project
 * @param at when it was accepted: the only time its turn knows
 * @param sender who asks
 * @param action what for
 */
public record Command(String id, ProjectId project, Instant at, Sender sender, Action action) {}
