package dev.aiwf.web.access;

import dev.aiwf.core.people.Person;

/** Who a request comes from. */
public sealed interface Who {

  /** Somebody, and how that is known. */
  record Known(Person person, Trust trust) implements Who {}

  /** Nobody who is known here. */
  record Stranger(String why) implements Who {}

  /** Somebody who says to be somebody else. */
  record Contradiction(String why) implements Who {}

  /** What vouches for a person. */
  enum Trust {
    /** Nothing but the request coming from this machine. */
    LOOPBACK,
    /** A token that was handed out. */
    TOKEN
  }
}
