package dev.aiwf.engine;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Joining;
import dev.aiwf.core.rules.Refusal;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.turn.Turn;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.rows.Held;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.rows.LinkTable;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.rows.Ready;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.StoreTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes a project's commands through, one at a time: what comes of one is committed whole. */
final class Turns implements Lanes.Work {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final int MOST_TRIES = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final Duration UNTIL_THE_STORE_IS_BACK = Duration.ofSeconds(1);

  private final Parts parts;
  private final Database database;
  private final Shelf shelf;

  Turns(Parts parts) {
    this.parts = parts;
    this.database = parts.database();
    this.shelf = parts.shelf();
  }

  /** Decides what comes of a command; in the program it is {@link Turn#take}. */
  interface Deciding {
    Turn take(Workflow workflow, @Nullable Sidecar before, Command command, @Nullable String model);
  }

  /** Knows who talks where. */
  interface Models {
    @Nullable String in(Collection<ChannelId> channels);
  }

  /**
   * What turns stand on.
   *
   * @param deciding the rules
   * @param models says who talks; nobody where it knows none
   * @param door where a turn waits for those who go first
   * @param alarms wakes effects that are due later
   * @param effects is told which effects were stored
   */
  record Parts(
      Database database,
      Shelf shelf,
      Deciding deciding,
      Models models,
      Courtesy.Door door,
      InstantSource clock,
      Watch watch,
      Waiters waiters,
      Followers followers,
      Alarms alarms,
      Consumer<List<InboxTable.Place>> effects) {}

  @Override
  public Lanes.Next take(String lane, long row) {
    return parts.door().within(() -> turn(lane, row));
  }

  private Lanes.Next turn(String lane, long row) {
    try {
      Optional<InboxTable.Waiting> waiting =
          database.read(handle -> InboxTable.waiting(handle, row));
      return waiting.map(this::logged).orElse(Lanes.Next.ON);
    } catch (StoreTrouble e) {
      LOG.warn("Row {} of {} has to wait for the store", row, lane, e);
      return new Lanes.Next.Again(UNTIL_THE_STORE_IS_BACK);
    }
  }

  private Lanes.Next logged(InboxTable.Waiting waiting) {
    try (var _ = MDC.putCloseable("project", waiting.project().value());
        var _ = MDC.putCloseable("command", waiting.id())) {
      return take(waiting);
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
      commit(waiting.row(), taken(command));
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

  private Taken taken(Command said) {
    Command command = known(said);
    Optional<Held> before = shelf.project(command.project());
    return Taken.of(command, before, turn(command, before), shelf);
  }

  /** With everybody whom its sender is elsewhere, as of now. */
  private Command known(Command command) {
    return command.sender() instanceof Sender.Human human
        ? new Command(
            command.id(),
            command.project(),
            command.at(),
            human.known(database.read(handle -> LinkTable.also(handle, human.id()))),
            command.action())
        : command;
  }

  private static Collection<ChannelId> channels(Command command, Optional<Held> held) {
    return held.map(standing -> standing.sidecar().team().channels())
        .orElseGet(() -> begunIn(command).stream().toList());
  }

  private static Optional<ChannelId> begunIn(Command command) {
    return command.sender() instanceof Sender.Human human
        ? Optional.ofNullable(human.channel())
        : Optional.empty();
  }

  private Turn turn(Command command, Optional<Held> held) {
    Optional<Workflow> workflow =
        held.map(Held::workflow)
            .or(() ->
                command.action() instanceof Action.Start start
                    ? shelf.workflow(start.workflow())
                    : Optional.empty());
    return workflow
        .map(script ->
            parts
                .deciding()
                .take(
                    script,
                    held.map(Held::sidecar).orElse(null),
                    command,
                    parts.models().in(channels(command, held))))
        .orElseGet(() ->
            Turn.refused(
                command,
                switch (command.action()) {
                  case Action.Start _ ->
                      Refusal.conflict(
                          "That version of the workflow is not offered here any more.");
                  case Action.Join _ -> Joining.unknown();
                  case Action.ByPerson _, Action.ByEffect _ ->
                      new Refusal(Refusal.Kind.NOT_FOUND, "There is no such project.", null);
                }));
  }

  /** Facts, sidecar, messages, effects and the command's outcome, or nothing of all that. */
  private void commit(long row, Taken taken) {
    Command command = taken.command();
    Settled settled = taken.settled();
    database
        .writer()
        .write(
            handle -> taken.write(handle, row, parts.alarms()),
            written -> {
              if (written.held() != null) {
                shelf.put(written.held());
              }
              parts.effects().accept(written.effects());
              parts.waiters().settled(command.id(), settled);
              if (!settled.facts().isEmpty()) {
                parts.followers().changed(command.project());
              }
              watched(settled, command.at());
            });
  }

  private void watched(Settled settled, Instant accepted) {
    parts.watch().turn(settled.state(), Duration.between(accepted, parts.clock().instant()));
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
                OutboxTable.insert(
                        handle, waiting.project(), effect, 0, 0, waiting.at(), Ready.NOTHING)
                    .ifPresent(places::add);
              }
              return places;
            },
            places -> {
              parts.effects().accept(places);
              parts.waiters().settled(waiting.id(), failed);
              watched(failed, waiting.at());
            });
  }

  private static List<Effect> told(Command command) {
    return command.sender() instanceof Sender.Human(var person, _, var channel, _)
            && channel != null
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
