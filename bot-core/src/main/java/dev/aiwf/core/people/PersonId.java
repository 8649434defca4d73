package dev.aiwf.core.people;

/**
 * Names a person on one surface, for example {@code slack:T1:U2} or {@code console:lead}.
 *
 * @param value the surface, a colon, and what that surface calls the person
 */
public record PersonId(String value) implements Comparable<PersonId> {

  /** The surface on which the person is known. */
  public String surface() {
    int colon = value.indexOf(':');
    return colon < 0 ? value : value.substring(0, colon);
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
