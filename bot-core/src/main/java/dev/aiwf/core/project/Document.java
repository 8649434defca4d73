package dev.aiwf.core.project;

/**
 * A text that lies in a repository.
 *
 * @param path where, from the repository's root
 * @param text what is in it
 */
public record Document(String path, String text) {}
