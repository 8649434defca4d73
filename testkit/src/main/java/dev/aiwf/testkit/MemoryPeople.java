package dev.aiwf.testkit;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.People;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps in memory who is the same human. */
public final class MemoryPeople implements People {

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Map<PersonId, Set<PersonId>> humans = new HashMap<>();
  private final Map<PersonId, Given> given = new HashMap<>();
  private int codes;

  private record Given(Person by, String code, Instant expires, Optional<Person> typed) {}

  /** Nobody is known yet. */
  public MemoryPeople(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Set<PersonId> also(PersonId person) {
    Set<PersonId> also = new TreeSet<>(humans.getOrDefault(person, Set.of()));
    also.remove(person);
    return also;
  }

  @Override
  public synchronized String code(Person person) throws NotEver {
    vouched(person);
    codes++;
    String code = "CODE-%04d".formatted(codes);
    Instant expires = clock.instant().plus(GOOD_FOR);
    given.put(person.id(), new Given(person, code, expires, Optional.empty()));
    return code;
  }

  @Override
  public synchronized Person typed(String code, Person person) throws NotEver {
    vouched(person);
    Given found =
        given.values().stream()
            .filter(each -> each.code().equals(code.strip().toUpperCase(Locale.ROOT)))
            .filter(each -> each.typed().isEmpty() && good(each))
            .filter(each -> !each.by().id().surface().equals(person.id().surface()))
            .findFirst()
            .orElseThrow(() -> new NotEver("That code is not good."));
    given.put(
        found.by().id(), new Given(found.by(), found.code(), found.expires(), Optional.of(person)));
    return found.by();
  }

  @Override
  public synchronized Optional<Person> waiting(PersonId person) {
    return Optional.ofNullable(given.get(person)).filter(this::good).flatMap(Given::typed);
  }

  @Override
  public synchronized Person confirmed(Person person) throws NotEver {
    vouched(person);
    Person other = waiting(person.id()).orElseThrow(() -> new NotEver("Nobody waits for that."));
    Set<PersonId> all = new HashSet<>(Set.of(person.id(), other.id()));
    all.addAll(also(person.id()));
    all.addAll(also(other.id()));
    all.forEach(each -> humans.put(each, all));
    given.remove(person.id());
    return other;
  }

  @Override
  public synchronized boolean parted(PersonId person) {
    given.remove(person);
    boolean any = !also(person).isEmpty();
    humans.values().forEach(all -> all.remove(person));
    humans.remove(person);
    return any;
  }

  private boolean good(Given each) {
    return clock.instant().isBefore(each.expires());
  }

  private static void vouched(Person person) throws NotEver {
    if (!person.verified()) {
      throw new NotEver("Nobody vouches for who you are here.");
    }
  }
}
