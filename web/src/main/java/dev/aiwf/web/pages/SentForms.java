package dev.aiwf.web.pages;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ProjectId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The forms that were taken lately. What a form asks for depends on where the project stands, and
 * its own first sending changes that: a double click must not be told that nothing is asked any
 * more. Only the last ones are kept; a second click comes soon or never.
 */
final class SentForms {

  private static final int KEPT = 1_000;

  private final Map<Sent, String> taken = new LinkedHashMap<>();

  /** Whether this very form was taken before, with the same in it. */
  synchronized boolean has(PersonId person, ProjectId project, Typed typed) {
    return typed.digest().equals(taken.get(new Sent(person, project, typed.request())));
  }

  synchronized void add(PersonId person, ProjectId project, Typed typed) {
    taken.put(new Sent(person, project, typed.request()), typed.digest());
    if (taken.size() > KEPT) {
      taken.remove(taken.keySet().iterator().next());
    }
  }

  private record Sent(PersonId person, ProjectId project, String request) {}
}
