package dev.aiwf.core.surface;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.People;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What people say of themselves with the word {@code me}, and what only they are told. */
public final class Myself {

  private Myself() {}

  /**
   * Does what was said after the word.
   *
   * @param words nothing, {@code link}, a code, {@code yes} or {@code alone}
   * @return what the person is told
   */
  public static String says(People people, Person person, String words) {
    try {
      return switch (words.strip().toLowerCase(Locale.ROOT)) {
        case "" -> who(people, person);
        case "link" ->
            ("Where you want to be known as the same human, tell aiwf within ten minutes: \"me"
                    + " %s\". Then come back here and say \"me yes\". Give the code to nobody.")
                .formatted(people.code(person));
        case "yes" ->
            ("You are %s as well from here on. What one of you may do, the other may, and at a gate"
                    + " you are one.")
                .formatted(name(people.confirmed(person)));
        case "alone" ->
            people.parted(person.id())
                ? "You are nobody else any more. What was signed stays."
                : "You were nobody else.";
        default ->
            "Now say \"me yes\" where you are %s, so that both of you have said it."
                .formatted(name(people.typed(words, person)));
      };
    } catch (NotEver e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String who(People people, Person person) {
    Set<PersonId> also = people.also(person.id());
    String known =
        also.isEmpty()
            ? "You are %s.".formatted(name(person))
            : "You are %s, and also %s."
                .formatted(
                    name(person),
                    also.stream().map(PersonId::value).sorted().collect(Collectors.joining(", ")));
    return people
        .waiting(person.id())
        .map(other ->
            "%s %s has typed your code. If that is you, say \"me yes\"; if not, \"me alone\"."
                .formatted(known, name(other)))
        .orElse(known + " To be known elsewhere as the same human, say \"me link\".");
  }

  private static String name(Person person) {
    return "%s (%s)".formatted(person.name(), person.id());
  }
}
