package dev.aiwf.engine;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.secret.Masking;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.StoreTrouble;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands in: what it has answered for is on disk.
 *
 * @param courtesy lets whoever waits here go first
 * @param waiters wait for what comes of a command
 * @param turns is told of commands that can be taken through
 */
record Intake(
    Database database,
    InstantSource clock,
    Courtesy courtesy,
    Waiters waiters,
    Consumer<InboxTable.Place> turns)
    implements Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  @Override
  public Receipt accept(Envelope envelope) throws Busy {
    if (database.writer().full()) {
      throw new Busy("So much is waiting that nothing more is taken in. Try again in a moment.");
    }
    Command command =
        new Command(
            CommandIds.of(envelope.origin(), envelope.event()),
            envelope.project(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            envelope.sender(),
            Masking.of(envelope.action()));
    // Said in JSON here, where many do so side by side, and not by the one who writes.
    InboxTable.New ready = InboxTable.New.of(command, envelope.digest());
    courtesy.arrives();
    try {
      return database
          .writer()
          .write(
              handle -> InboxTable.insert(handle, ready),
              stored -> {
                Long row = stored.row();
                if (row != null) {
                  turns.accept(new InboxTable.Place(row, Turns.lane(command.project())));
                }
              })
          .receipt();
    } catch (StoreTrouble e) {
      LOG.error("A command was not stored, and its sender is told so", e);
      throw new Busy("It could not be stored just now, so nothing changed. Try again in a moment.");
    } finally {
      courtesy.answered();
    }
  }

  @Override
  public Optional<Settled> await(String command, Duration atMost) throws InterruptedException {
    return waiters.await(
        command, atMost, () -> database.read(handle -> InboxTable.settled(handle, command)));
  }

  @Override
  public Optional<Settled> came(String origin, String event, ProjectId project) {
    return outcome(project, CommandIds.of(origin, event));
  }

  @Override
  public Optional<Settled> outcome(ProjectId project, String command) {
    return database.read(handle -> InboxTable.settled(handle, project, command));
  }
}
