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
   */
  record Human(Person person, Set<Role> roles, @Nullable ChannelId channel) implements Sender {
    public Human {
      roles = Set.copyOf(roles);
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
