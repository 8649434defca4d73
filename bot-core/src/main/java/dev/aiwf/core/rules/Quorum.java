package dev.aiwf.core.rules;

import dev.aiwf.core.people.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * How many different humans there are among persons. One human may be a person on each surface, so
 * only those who are known on the same surface are known to be different.
 */
final class Quorum {

  private Quorum() {}

  /**
   * The most that are surely different.
   *
   * @param signers each with all persons that this human is known to be
   */
  static long of(List<Set<PersonId>> signers) {
    return signers.stream()
        .flatMap(Collection::stream)
        .map(PersonId::surface)
        .distinct()
        .mapToLong(surface -> on(surface, signers))
        .max()
        .orElse(0);
  }

  private static long on(String surface, List<Set<PersonId>> signers) {
    return signers.stream()
        .flatMap(persons ->
            persons.stream().filter(person -> person.surface().equals(surface)).sorted().limit(1))
        .distinct()
        .count();
  }
}
