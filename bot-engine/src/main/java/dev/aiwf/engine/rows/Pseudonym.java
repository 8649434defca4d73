package dev.aiwf.engine.rows;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who stands in the place of a person that is forgotten.
 *
 * @param was the person
 * @param names what they were called
 * @param now what no surface ever calls anybody; the surface itself stays, for signatures of one
 *     surface count together
 */
public record Pseudonym(PersonId was, List<String> names, PersonId now) {

  /** What they are called from now on. */
  static final String NAME = "Somebody who left";

  /** What stands where their words were. */
  static final String WORDS = "(forgotten)";

  /** What stands in the place of what they said. */
  public static final Content MESSAGE = Content.of(WORDS);

  /** A name that people choose never begins with this. */
  private static final String SIGN = ":~left-";

  public Pseudonym {
    // A longer name first: it may hold a shorter one.
    names = names.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  public static Pseudonym of(PersonId was, List<String> names, long number) {
    return new Pseudonym(was, names, new PersonId(was.surface() + SIGN + number));
  }

  /** Whether somebody was forgotten already. */
  public static boolean is(PersonId person) {
    return person.value().startsWith(person.surface() + SIGN);
  }

  /** The number of somebody who was forgotten; 0 of anybody else. */
  public static long numberOf(PersonId person) {
    return is(person)
        ? Long.parseLong(person.value().substring((person.surface() + SIGN).length()))
        : 0;
  }

  public boolean means(PersonId person) {
    return was.equals(person);
  }

  public PersonId of(PersonId person) {
    return means(person) ? now : person;
  }

  public Person of(Person person) {
    return means(person.id()) ? new Person(now, NAME, person.verified()) : person;
  }

  /** A sentence of ours, which may name them. */
  public String in(String sentence) {
    String without = replaced(sentence, was.value(), now.value());
    for (String name : names) {
      without = replaced(without, name, NAME);
    }
    return without;
  }

  private static String replaced(String sentence, String what, String with) {
    return sentence.contains(what)
        ? Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(what) + "(?![\\p{L}\\p{N}])")
            .matcher(sentence)
            .replaceAll(Matcher.quoteReplacement(with))
        : sentence;
  }
}
