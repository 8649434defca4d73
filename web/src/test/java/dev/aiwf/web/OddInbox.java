package dev.aiwf.web;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An inbox that does what inboxes seldom do, once it is told to. */
final class OddInbox implements Inbox {

  enum Mood {
    FINE,
    BUSY,
    SLOW,
    FAILING,
    BROKEN
  }

  private final Inbox inner;
  volatile Mood mood = Mood.FINE;

  OddInbox(Inbox inner) {
    this.inner = inner;
  }

  @Override
  public Receipt accept(Envelope envelope) throws Busy {
    if (mood == Mood.BUSY) {
      throw new Busy("10,000 wait");
    }
    if (mood == Mood.BROKEN) {
      throw new IllegalStateException("secret: the disk is full");
    }
    return inner.accept(envelope);
  }

  @Override
  public Optional<Settled> await(String command, Duration atMost) throws InterruptedException {
    return switch (mood) {
      case SLOW -> Optional.empty();
      case FAILING -> Optional.of(new Settled(Settled.State.FAILED, null, List.of()));
      case FINE, BUSY, BROKEN -> inner.await(command, atMost);
    };
  }

  @Override
  public Optional<Settled> came(String origin, String event, ProjectId project) {
    return inner.came(origin, event, project);
  }

  @Override
  public Optional<Settled> outcome(ProjectId project, String command) {
    return inner.outcome(project, command);
  }
}
