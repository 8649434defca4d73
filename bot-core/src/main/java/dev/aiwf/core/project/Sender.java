package dev.aiwf.core.project;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sent a command. */
public sealed interface Sender {

  /** The id that facts are recorded under. */
  PersonId id();

  /**
   * A person.
   *
   * @param person who, as the surface vouches for it
   * @param roles what the surface itself grants, such as a channel's members being contributors
   * @param channel where it was said or pressed; none for a program that calls the API
   * @param also who the same human is elsewhere, as both of these have said; surfaces know nothing
   *     of it, the engine puts it in
   */
  record Human(Person person, Set<Role> roles, @Nullable ChannelId channel, Set<PersonId> also)
      implements Sender {
    public Human {
      roles = Set.copyOf(roles);
      also = Set.copyOf(also);
    }

    /** Somebody who is known by this one name. */
    public Human(Person person, Set<Role> roles, @Nullable ChannelId channel) {
      this(person, roles, channel, Set.of());
    }

    /** The same, and who that human is elsewhere. */
    public Human known(Set<PersonId> elsewhere) {
      return new Human(person, roles, channel, elsewhere);
    }

    /** Whether this is one of the human's persons. */
    public boolean is(PersonId one) {
      return id().equals(one) || also.contains(one);
    }

    @Override
    public PersonId id() {
      return person.id();
    }
  }

  /**
   * An effect reporting back.
   *
   * @param effect the effect's number
   */
  record Effect(long effect) implements Sender {
    @Override
    public PersonId id() {
      return PROGRAM;
    }
  }

  /** What the program itself did. */
  PersonId PROGRAM = new PersonId("aiwf");
}
