package dev.aiwf.core.rules;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.secret.Secrets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the files go, and whose lines stay in them. */
final class Linking {

  static final String PASSWORD =
      "There is a password in that address. Take it out, and change it wherever it is used: it was"
          + " sent through a chat. How tokens and keys are set up is in docs/repository.md.";

  private static final int LONGEST = 1_000;
  private static final Pattern CREDENTIALS = Pattern.compile("://[^/@]*:[^/@]*@");

  private Linking() {}

  static Outcome link(Sidecar sidecar, Sender.Human sender, Action.Link link) {
    String address = Clean.line(link.address());
    if (!Roles.has(sidecar, sender, Role.OWNER)) {
      return Outcome.forbidden(
          "Only its owner, %s, says where the project's files go."
              .formatted(sidecar.nameOf(sidecar.team().owner())));
    }
    if (address.isEmpty() || address.length() > LONGEST) {
      return Outcome.invalid(
          "link", "A repository is named by its address, like https://host/team/repository.git.");
    }
    if (holdsPassword(address)) {
      return Outcome.invalid("link", PASSWORD);
    }
    if (address.equals(sidecar.repository().linked())) {
      return Outcome.conflict("The files go there already.");
    }
    return switch (sidecar.status()) {
      case OPENING ->
          Outcome.conflict("The repository is still being read. Try again in a moment.");
      case STOPPED ->
          Outcome.conflict("The project was stopped. Start it again by its name to go on.");
      case BLOCKED ->
          Outcome.conflict(
              "The project has no repository yet. Start it again by its name, with one.");
      case IN_PROGRESS, COMPLETE -> Outcome.of(new Fact.Linking(address));
    };
  }

  /** What is decided here is kept for good and shown to everybody: no password may come into it. */
  static boolean holdsPassword(String address) {
    return CREDENTIALS.matcher(address).find() || !Secrets.in(address).isEmpty();
  }

  static Outcome resolve(Sidecar sidecar, Action.Resolve resolve) {
    Optional<Repository.Collision> collision = sidecar.repository().collision(resolve.path());
    if (sidecar.status() != Status.IN_PROGRESS && sidecar.status() != Status.COMPLETE) {
      return Outcome.conflict("The project is " + Words.status(sidecar.status()) + ".");
    }
    if (collision.isEmpty()) {
      return Outcome.conflict(
          "Nothing is to be settled in %s.".formatted(Clean.excerpt(resolve.path())));
    }
    String theirs = collision.get().theirs();
    if (resolve.theirs() != null && !resolve.theirs().equals(theirs)) {
      return Outcome.conflict(
          "%s was edited once more since then. Look at it as it stands now."
              .formatted(resolve.path()));
    }
    return Outcome.of(
        new Fact.Resolved(
            new Repository.Resolution(collision.get().path(), theirs, resolve.keep())));
  }
}
