package dev.aiwf.artifacts.git;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.rules.Clean;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.PersonIdent;

/** Who a commit is by. */
final class People {

  static final String ADDRESS = "bot@aiwf.invalid";

  private static final int LONGEST = 100;

  private People() {}

  static PersonIdent program(Instant at) {
    return new PersonIdent("aiwf", ADDRESS, at, ZoneOffset.UTC);
  }

  /**
   * A person under an address that is nobody's: a real one would link the commit to an account,
   * which nobody has confirmed.
   */
  static PersonIdent author(Person person, Instant at) {
    String id = word(person.id().value());
    String name = Clean.line(person.name()).replaceAll("[<>]", "").strip();
    // A name of dots and quotes only is no name to git.
    boolean named = name.codePoints().anyMatch(Character::isLetterOrDigit);
    return new PersonIdent(
        named ? Clean.shortened(name, LONGEST) : id,
        id + "@people.aiwf.invalid",
        at,
        ZoneOffset.UTC);
  }

  private static String word(String id) {
    String word = Clean.line(id).replaceAll("[^\\p{L}\\p{N}_+-]+", ".").replaceAll("^\\.|\\.$", "");
    return word.isEmpty() ? "somebody" : Clean.shortened(word, LONGEST).replace("…", "");
  }
}
