package dev.aiwf.engine;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Refusal;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.turn.Turn;
import dev.aiwf.core.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a project's commands through, one at a time: what comes of one is committed whole. */
final class Turns implements Lanes.Work {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final int MOST_TRIES = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final Duration UNTIL_THE_STORE_IS_BACK = Duration.ofSeconds(1);

  private final Database database;
  private final Shelf shelf;
  private final Waiters waiters;
  private final Followers followers;
  private final Consumer<List<InboxTable.Place>> effects;

  Turns(
      Database database,
      Shelf shelf,
      Waiters waiters,
      Followers followers,
      Consumer<List<InboxTable.Place>> effects) {
    this.database = database;
    this.shelf = shelf;
    this.waiters = waiters;
    this.followers = followers;
    this.effects = effects;
  }

  @Override
  public Lanes.Next take(String lane, long row) {
    try {
      Optional<InboxTable.Waiting> waiting =
          database.read(handle -> InboxTable.waiting(handle, row));
      return waiting.map(this::take).orElse(Lanes.Next.ON);
    } catch (StoreTrouble e) {
      LOG.warn("Row {} of {} has to wait for the store", row, lane, e);
      return new Lanes.Next.Again(UNTIL_THE_STORE_IS_BACK);
    }
  }

  private Lanes.Next take(InboxTable.Waiting waiting) {
    Command command;
    try {
      command = waiting.command();
    } catch (RuntimeException e) {
      // It would hold its project up for good, and its sender can't be read either.
      LOG.error(
          "Command {} of {} can't be read; it is set aside", waiting.id(), waiting.project(), e);
      setAside(waiting, List.of());
      return Lanes.Next.ON;
    }
    try {
      Optional<Held> before = shelf.project(command.project());
      commit(waiting.row(), command, before, turn(command, before));
      return Lanes.Next.ON;
    } catch (RuntimeException e) {
      shelf.forget(command.project());
      RuntimeException failure = StoreTrouble.orItself(e);
      if (failure instanceof StoreTrouble) {
        throw failure;
      }
      return stumbled(waiting, command, failure);
    }
  }

  private Turn turn(Command command, Optional<Held> held) {
    Optional<Workflow> workflow =
        held.map(Held::workflow)
            .or(() ->
                command.action() instanceof Action.Start start
                    ? shelf.workflow(start.workflow())
                    : Optional.empty());
    return workflow
        .map(script -> Turn.take(script, held.map(Held::sidecar).orElse(null), command))
        .orElseGet(() ->
            Turn.refused(
                command,
                command.action() instanceof Action.Start
                    ? Refusal.conflict("That version of the workflow is not offered here any more.")
                    : new Refusal(Refusal.Kind.NOT_FOUND, "There is no such project.", null)));
  }

  /** Facts, sidecar, messages, effects and the command's outcome, or nothing of all that. */
  private void commit(long row, Command command, Optional<Held> before, Turn turn) {
    Refusal refusal = turn.refusal();
    Settled settled =
        new Settled(
            refusal == null ? Settled.State.DONE : Settled.State.REFUSED,
            refusal,
            turn.entries().stream().map(Entry::number).toList());
    database
        .writer()
        .write(
            handle -> write(handle, row, command, before, turn, settled),
            written -> {
              Held held = written.held();
              if (held != null) {
                shelf.put(held);
              }
              effects.accept(written.effects());
              waiters.settled(command.id(), settled);
              if (!turn.entries().isEmpty()) {
                followers.changed(command.project());
              }
            });
  }

  private record Written(@Nullable Held held, List<InboxTable.Place> effects) {}

  private Written write(
      Handle handle, long row, Command command, Optional<Held> before, Turn turn, Settled settled) {
    InboxTable.settle(handle, row, settled);
    Sidecar after = turn.after();
    Held held = null;
    if (after != null && !turn.entries().isEmpty()) {
      JournalTable.append(handle, command.project(), turn.entries());
      held =
          MessageTable.say(
              handle,
              new Held(
                  before
                      .map(Held::workflow)
                      .orElseGet(() -> shelf.workflow(after.workflow().hash())),
                  after,
                  before.map(Held::messages).orElse(0L),
                  before.map(Held::seq).orElse(0L)),
              turn.drafts(),
              command.at());
      ProjectTable.save(handle, held);
    }
    List<InboxTable.Place> places = store(handle, command, after, turn.effects());
    // Whoever comes back to a project has looked at what held it up.
    if (command.action() instanceof Action.Start && refusalOf(turn).isEmpty()) {
      places.addAll(OutboxTable.reopen(handle, command.project()));
    }
    return new Written(held, places);
  }

  private static Optional<Refusal> refusalOf(Turn turn) {
    return Optional.ofNullable(turn.refusal());
  }

  private static List<InboxTable.Place> store(
      Handle handle, Command command, @Nullable Sidecar after, List<Effect> effects) {
    List<InboxTable.Place> places = new ArrayList<>();
    for (Effect effect : effects) {
      OutboxTable.insert(
              handle,
              command.project(),
              effect,
              after == null ? 0 : after.visitNumber(),
              after == null ? 0 : after.number(),
              command.at())
          .ifPresent(places::add);
    }
    return places;
  }

  private Lanes.Next stumbled(
      InboxTable.Waiting waiting, Command command, RuntimeException surprise) {
    if (waiting.tries() + 1 < MOST_TRIES) {
      LOG.warn(
          "Command {} of {} failed; it comes again", waiting.id(), waiting.project(), surprise);
      database
          .writer()
          .write(handle -> {
            InboxTable.tried(handle, waiting.row());
            return waiting.row();
          });
      return new Lanes.Next.Again(BETWEEN_TRIES);
    }
    LOG.error("Command {} of {} is set aside", waiting.id(), waiting.project(), surprise);
    setAside(waiting, told(command));
    return Lanes.Next.ON;
  }

  /** The project goes on without it. */
  private void setAside(InboxTable.Waiting waiting, List<Effect> told) {
    Settled failed = new Settled(Settled.State.FAILED, null, List.of());
    database
        .writer()
        .write(
            handle -> {
              InboxTable.settle(handle, waiting.row(), failed);
              List<InboxTable.Place> places = new ArrayList<>();
              for (Effect effect : told) {
                OutboxTable.insert(handle, waiting.project(), effect, 0, 0, waiting.at())
                    .ifPresent(places::add);
              }
              return places;
            },
            places -> {
              effects.accept(places);
              waiters.settled(waiting.id(), failed);
            });
  }

  private static List<Effect> told(Command command) {
    return command.sender() instanceof Sender.Human(var person, _, var channel) && channel != null
        ? List.of(
            new Effect.Whisper(
                channel,
                person,
                Content.of(
                    "That did not work, and it is not you: something in aiwf is broken. Nothing"
                        + " changed. The log knows it as "
                        + command.id()
                        + ".")))
        : List.of();
  }

  /** The lane that a project's commands are taken in. */
  static String lane(ProjectId project) {
    return project.value();
  }
}
