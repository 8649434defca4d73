package dev.aiwf.testkit;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.ProjectId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Stands before an inbox, which is full, or takes its time, when a test says so. */
public final class Doorkeeper implements Inbox {

  private final Inbox inbox;
  private final Semaphore waiting = new Semaphore(0);
  private volatile boolean full;
  private volatile @Nullable CountDownLatch until;

  /** Lets everything in until it is told otherwise. */
  public Doorkeeper(Inbox inbox) {
    this.inbox = inbox;
  }

  /** Whether it says from now on that the inbox is full. */
  public void full(boolean now) {
    full = now;
  }

  /** Has everybody wait who comes from now on. */
  public void hold() {
    until = new CountDownLatch(1);
  }

  /** Returns once one more waits here. */
  public void awaitHeld() throws InterruptedException {
    waiting.acquire();
  }

  /** Lets in whoever waits, and everybody after them. */
  public void letGo() {
    CountDownLatch latch = until;
    until = null;
    if (latch != null) {
      latch.countDown();
    }
  }

  @Override
  public Receipt accept(Envelope envelope) throws Busy {
    if (full) {
      throw new Busy("full");
    }
    holdUp();
    return inbox.accept(envelope);
  }

  private void holdUp() {
    CountDownLatch latch = until;
    if (latch == null) {
      return;
    }
    waiting.release();
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<Settled> await(String command, Duration atMost) throws InterruptedException {
    return inbox.await(command, atMost);
  }

  @Override
  public Optional<Settled> came(String origin, String event, ProjectId project) {
    return inbox.came(origin, event, project);
  }

  @Override
  public Optional<Settled> outcome(ProjectId project, String command) {
    return inbox.outcome(project, command);
  }
}
