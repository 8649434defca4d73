package dev.aiwf.core.people;

/**
 * Somebody on a surface.
 *
 * @param id who it is
 * @param name how people call them
 * @param verified whether a platform's signature or a token vouches for them
 */
public record Person(PersonId id, String name, boolean verified) {}
