package dev.aiwf.core.turn;

import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Conversing;
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

  /** Decide, evolve, react, where nobody talks. */
  public static Turn take(Workflow workflow, @Nullable Sidecar before, Command command) {
    return take(workflow, before, command, null);
  }

  /**
   * Decide, evolve, react.
   *
   * @param model who talks; none where no model is set up
   */
  public static Turn take(
      Workflow workflow, @Nullable Sidecar before, Command command, @Nullable String model) {
    List<Fact> first = before == null ? List.of() : Conversing.changed(before, model);
    Sidecar known = first.isEmpty() ? before : folded(before, command, first).after();
    return switch (Decide.decide(workflow, known, command)) {
      case Outcome.Refused(var refusal) ->
          new Turn(refusal, List.of(), before, List.of(), Whispers.refused(command, refusal));
      case Outcome.Accepted(var facts) ->
          accepted(workflow, before, command, with(first, facts, model));
    };
  }

  /** That another model talks is noted together with something that happens; at a start as well. */
  private static List<Fact> with(List<Fact> first, List<Fact> facts, @Nullable String model) {
    List<Fact> all = new ArrayList<>();
    if (facts.isEmpty()) {
      return all;
    }
    all.addAll(first);
    all.addAll(facts);
    if (model != null && facts.getFirst() instanceof Fact.Started) {
      all.add(1, new Fact.ArchitectChanged(model));
    }
    return all;
  }

  /** A command that comes to nothing before its project is even looked at. */
  public static Turn refused(Command command, Refusal refusal) {
    return new Turn(refusal, List.of(), null, List.of(), Whispers.refused(command, refusal));
  }

  private static Turn accepted(
      Workflow workflow, @Nullable Sidecar before, Command command, List<Fact> facts) {
    Folded folded = folded(before, command, facts);
    Sidecar after = folded.after();
    if (after == null || facts.isEmpty()) {
      return new Turn(null, List.of(), before, List.of(), List.of());
    }
    React.Reaction reaction = React.react(workflow, before, after, folded.entries(), command);
    List<Effect> effects = new ArrayList<>(reaction.effects());
    effects.addAll(Whispers.accepted(command, facts));
    return new Turn(null, folded.entries(), after, reaction.drafts(), effects);
  }

  private record Folded(List<Entry> entries, @Nullable Sidecar after) {}

  private static Folded folded(@Nullable Sidecar before, Command command, List<Fact> facts) {
    List<Entry> entries = new ArrayList<>();
    Sidecar after = before;
    long number = before == null ? 0 : before.number();
    for (Fact fact : facts) {
      number++;
      Entry entry = new Entry(number, fact, command.sender().id(), command.at(), command.id());
      entries.add(entry);
      after = Evolve.evolve(command.project(), after, entry);
    }
    return new Folded(entries, after);
  }
}
