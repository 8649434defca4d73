package dev.aiwf.core.port;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import java.util.Optional;
import java.util.Set;

/**
 * Which persons are one human. It takes the word of both: a code that one of them was given and the
 * other typed, and a yes of the first to who typed it.
 */
public interface People {

  /** Everybody who is the same human as this one, without this one. */
  Set<PersonId> also(PersonId person);

  /**
   * A code that tells nobody anything but whoever gave it out. It is good for ten minutes, and
   * once.
   *
   * @throws NotEver if nobody vouches for who they are
   */
  String code(Person person) throws NotEver;

  /**
   * Somebody types a code that they were given elsewhere.
   *
   * @return who gave it out, and has to say yes now
   * @throws NotEver if it can't be: it is wrong, too old, or of the same surface
   */
  Person typed(String code, Person person) throws NotEver;

  /** Who has typed this person's code and waits for a yes. */
  Optional<Person> waiting(PersonId person);

  /**
   * Yes: whoever typed the code is the same human.
   *
   * @throws NotEver if nobody waits for it
   */
  Person confirmed(Person person) throws NotEver;

  /** This person is nobody else any more. */
  boolean parted(PersonId person);
}
