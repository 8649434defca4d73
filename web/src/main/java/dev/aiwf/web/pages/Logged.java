package dev.aiwf.web.pages;

import java.time.Instant;

/**
 * A warning or an error of the log.
 *
 * @param error whether it is an error rather than a warning
 * @param what what it says
 * @param project the project that it is about; empty if it is about none
 */
public record Logged(Instant at, boolean error, String what, String project) {}
