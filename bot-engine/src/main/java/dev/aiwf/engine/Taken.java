package dev.aiwf.engine;

import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.turn.Turn;
import dev.aiwf.engine.rows.Held;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.rows.JournalTable;
import dev.aiwf.engine.rows.MessageTable;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.rows.ProjectTable;
import dev.aiwf.engine.rows.Ready;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A command that was taken through, ready to be written.
 *
 * @param turn what came of it
 * @param settled what its sender is told
 * @param state the project afterwards, if it changed
 * @param ready what is stored of it, in JSON
 */
record Taken(Command command, Turn turn, Settled settled, @Nullable State state, Ready ready) {

  /**
   * A project after a turn.
   *
   * @param held with the counters of before
   * @param line as it is stored
   */
  record State(Held held, ProjectTable.Line line) {}

  /**
   * What was written.
   *
   * @param held the project as it is now, if it changed
   * @param effects what can be done at once
   */
  record Written(@Nullable Held held, List<InboxTable.Place> effects) {}

  /** With everything done that can be done before it is the writer's turn. */
  static Taken of(Command command, Optional<Held> before, Turn turn, Shelf shelf) {
    Settled settled =
        new Settled(
            turn.refusal() == null ? Settled.State.DONE : Settled.State.REFUSED,
            turn.refusal(),
            turn.entries().stream().map(Entry::number).toList());
    Sidecar after = turn.after();
    State state = after == null || turn.entries().isEmpty() ? null : state(before, after, shelf);
    Stream<?> records =
        Stream.of(
                turn.entries().stream().map(Entry::fact),
                turn.drafts().stream().map(Draft::content),
                turn.drafts().stream().flatMap(d -> d.content().buttons()).map(Button::press),
                turn.effects().stream())
            .flatMap(each -> each);
    return new Taken(command, turn, settled, state, Ready.of(records));
  }

  private static State state(Optional<Held> before, Sidecar after, Shelf shelf) {
    Held held =
        new Held(
            before.map(Held::workflow).orElseGet(() -> shelf.workflow(after.workflow().hash())),
            after,
            before.map(Held::messages).orElse(0L),
            before.map(Held::seq).orElse(0L));
    return new State(held, ProjectTable.Line.of(held.workflow(), after));
  }

  Written write(Handle handle, long row, Alarms alarms) {
    InboxTable.settle(handle, row, settled);
    Held held = null;
    List<Effect> effects = turn.effects();
    if (state != null) {
      JournalTable.append(handle, command.project(), turn.entries(), ready);
      MessageTable.Said said =
          MessageTable.say(handle, state.held(), turn.drafts(), command.at(), ready);
      held = said.held();
      ProjectTable.save(handle, state.line(), held);
      effects = showable(effects, said.unsaid());
    }
    List<InboxTable.Place> places = store(handle, effects, alarms);
    // Whoever comes back to a project has looked at what held it up.
    if (command.action() instanceof Action.Start && turn.refusal() == null) {
      places.addAll(OutboxTable.reopen(handle, command.project()));
    }
    for (Entry entry : turn.entries()) {
      if (entry.fact() instanceof Fact.ChannelJoined(var channel)) {
        OutboxTable.madeUpFor(handle, channel);
        MessageTable.doubt(handle, command.project(), channel);
      }
    }
    return new Written(held, places);
  }

  /** A wish to show what was never said would stand in for the showing of what is said later. */
  private static List<Effect> showable(List<Effect> effects, Set<String> unsaid) {
    return effects.stream()
        .filter(
            effect -> !(effect instanceof Effect.Show(_, var message) && unsaid.contains(message)))
        .toList();
  }

  private List<InboxTable.Place> store(Handle handle, List<Effect> effects, Alarms alarms) {
    Sidecar after = turn.after();
    int visit = after == null ? 0 : after.visitNumber();
    long number = after == null ? 0 : after.number();
    List<InboxTable.Place> places = new ArrayList<>();
    for (Effect effect : effects) {
      OutboxTable.insert(handle, command.project(), effect, visit, number, command.at(), ready)
          .ifPresent(place -> offered(handle, effect, place, alarms).ifPresent(places::add));
    }
    return places;
  }

  /** What can be done at once is offered at once; for the rest an alarm is set. */
  private static Optional<InboxTable.Place> offered(
      Handle handle, Effect effect, InboxTable.Place place, Alarms alarms) {
    Optional<Instant> due = effect.notBefore();
    due.ifPresent(at -> alarms.set(handle, place, at));
    return due.isPresent() ? Optional.empty() : Optional.of(place);
  }
}
