package dev.aiwf.web.access;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.rules.Clean;
import java.util.Locale;
import java.util.Optional;

/** Makes persons of names. */
public final class Names {

  private static final int LONGEST = 80;

  private Names() {}

  /** A person who is who they say they are; none if the text names nobody. */
  public static Optional<Person> unverified(String name) {
    return cleaned(name).map(clean -> new Person(new PersonId("console:" + clean), clean, false));
  }

  /**
   * A person whom a token belongs to. The id is another one than that of somebody who merely says
   * this name, so that nobody can become somebody by sitting at the machine.
   */
  public static Optional<Person> verified(String name) {
    return cleaned(name).map(clean -> new Person(new PersonId("token:" + clean), clean, true));
  }

  private static Optional<String> cleaned(String name) {
    String clean =
        Clean.line(name)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{Nd}._]+", "-")
            .replaceAll("^[-._]+|[-._]+$", "");
    return clean.isEmpty() || clean.length() > LONGEST ? Optional.empty() : Optional.of(clean);
  }
}
