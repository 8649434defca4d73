package dev.aiwf.web.sending;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.web.access.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Puts commands into the inbox, once under each key, and waits for what becomes of them. */
public final class Sending {

  /** Whoever was let in contributes, as a Slack channel's members do. */
  private static final Set<Role> GRANTED = Set.of(Role.CONTRIBUTOR);

  private final Inbox inbox;
  private final String origin;
  private final Duration patience;

  /**
   * Sends as one origin.
   *
   * @param origin what keys are unique in, together with the person and the project
   * @param patience how long to wait for a turn
   */
  public Sending(Inbox inbox, String origin, Duration patience) {
    this.inbox = inbox;
    this.origin = origin;
    this.patience = patience;
  }

  /** Stores a command and answers with its id; none if its key stands for something else. */
  public Optional<String> send(
      Person person, ProjectId project, Action.ByPerson action, String key, String digest) {
    // The key is the person's own: nobody can take up, or find out, another's.
    String event = person.id() + ":" + project + ":" + key;
    Inbox.Receipt receipt =
        accept(
            new Inbox.Envelope(
                origin, event, digest, project, new Sender.Human(person, GRANTED, null), action));
    return switch (receipt.kind()) {
      case NEW, REPEATED -> Optional.of(receipt.command());
      case DIFFERENT -> Optional.empty();
    };
  }

  private Inbox.Receipt accept(Inbox.Envelope envelope) {
    try {
      return inbox.accept(envelope);
    } catch (Inbox.Busy e) {
      throw Problem.of(Problem.Code.TOO_MANY, String.valueOf(e.getMessage()));
    }
  }

  /** What a command led to; none if its turn was not done in time. */
  public Optional<Inbox.Settled> settled(String command) {
    Optional<Inbox.Settled> settled = await(command);
    if (settled.isEmpty()) {
      return settled;
    }
    return switch (settled.get().state()) {
      case WAITING -> Optional.empty();
      case DONE -> settled;
      case FAILED -> throw Problem.failed(command);
      case REFUSED ->
          throw Optional.ofNullable(settled.get().refusal())
              .map(refusal -> Problem.refused(refusal, command))
              .orElseGet(() -> Problem.failed(command));
    };
  }

  private Optional<Inbox.Settled> await(String command) {
    try {
      return inbox.await(command, patience);
    } catch (InterruptedException e) {
      // The server is being stopped; the command is on disk and will be done.
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
