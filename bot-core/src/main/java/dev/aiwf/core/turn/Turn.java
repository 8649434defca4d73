package dev.aiwf.core.turn;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Decide;
import dev.aiwf.core.rules.Outcome;
import dev.aiwf.core.rules.Refusal;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command taken through to what comes of it.
 *
 * @param refusal why nothing happened, if so
 * @param entries the facts, numbered
 * @param after the state after them; none if there is still no project
 * @param drafts what is said or redrawn
 * @param effects what must be done in the world
 */
public record Turn(
    @Nullable Refusal refusal,
    List<Entry> entries,
    @Nullable Sidecar after,
    List<Draft> drafts,
    List<Effect> effects) {

  public Turn {
    entries = List.copyOf(entries);
    drafts = List.copyOf(drafts);
    effects = List.copyOf(effects);
  }

  /** Decide, evolve, react. */
  public static Turn take(Workflow workflow, @Nullable Sidecar before, Command command) {
    return switch (Decide.decide(workflow, before, command)) {
      case Outcome.Refused(var refusal) ->
          new Turn(refusal, List.of(), before, List.of(), told(command, refusal));
      case Outcome.Accepted(var facts) -> accepted(workflow, before, command, facts);
    };
  }

  /** A command that comes to nothing before its project is even looked at. */
  public static Turn refused(Command command, Refusal refusal) {
    return new Turn(refusal, List.of(), null, List.of(), told(command, refusal));
  }

  private static Turn accepted(
      Workflow workflow, @Nullable Sidecar before, Command command, List<Fact> facts) {
    List<Entry> entries = new ArrayList<>();
    Sidecar after = before;
    long number = before == null ? 0 : before.number();
    for (Fact fact : facts) {
      number++;
      Entry entry = new Entry(number, fact, command.sender().id(), command.at(), command.id());
      entries.add(entry);
      after = Evolve.evolve(command.project(), after, entry);
    }
    if (after == null || entries.isEmpty()) {
      return new Turn(null, List.of(), before, List.of(), List.of());
    }
    React.Reaction reaction = React.react(workflow, before, after, entries, command);
    return new Turn(null, entries, after, reaction.drafts(), reaction.effects());
  }

  /** Whoever presses a button in a chat gets the no there, seen by nobody else. */
  private static List<Effect> told(Command command, Refusal refusal) {
    return command.sender() instanceof Sender.Human(var person, _, var channel) && channel != null
        ? List.of(new Effect.Whisper(channel, person, Content.of(refusal.sentence())))
        : List.of();
  }
}
