package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answering the asks of the current step. */
final class Answering {

  private Answering() {}

  static Outcome answer(Situation here, Action.Answer action) {
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, Input> given : action.answers().entrySet()) {
      String field = "answer." + given.getKey();
      Optional<Ask> ask = here.step().ask(given.getKey());
      if (ask.isEmpty()) {
        return notHere(here, given.getKey(), field);
      }
      Optional<String> meanwhile = meanwhile(here, ask.get(), action.seen());
      if (meanwhile.isPresent()) {
        return Outcome.conflict(meanwhile.get());
      }
      switch (Reader.read(ask.get(), given.getValue())) {
        case Reading.NotUnderstood(var why) -> {
          return Outcome.invalid(field, why);
        }
        case Reading.Understood(var value) ->
            facts.add(new Fact.Answered(ask.get().id(), value, via(value)));
      }
    }
    Optional<Outcome> tooEarly = tooEarly(here, facts);
    if (tooEarly.isPresent()) {
      return tooEarly.get();
    }
    return facts.isEmpty()
        ? Outcome.invalid("answer", "There is no answer in it.")
        : Outcome.of(Consequences.with(here, facts));
  }

  /** What somebody who was too late is told. A stale answer waits for another, so it never is. */
  private static Optional<String> meanwhile(Situation here, Ask ask, @Nullable Long seen) {
    return here.sidecar()
        .answers()
        .to(ask.id())
        .filter(answer -> seen != null && answer.fact() > seen && !answer.stale())
        .map(answer -> Words.answered(here.sidecar(), ask, answer) + " Nothing changed now.");
  }

  private static Outcome notHere(Situation here, String ask, String field) {
    return here.workflow().ask(ask).isEmpty()
        ? Outcome.invalid(
            field, "There is no question \"%s\" in this workflow.".formatted(Clean.excerpt(ask)))
        : here.sidecar().answers().to(ask).isPresent()
            ? Outcome.conflict(
                "\"%s\" was answered in an earlier step. Revise it instead.".formatted(ask))
            : Outcome.conflict("\"%s\" is not asked in this step.".formatted(ask));
  }

  /** A decision waits for what it must rest on. */
  private static Optional<Outcome> tooEarly(Situation here, List<Fact> facts) {
    Answers after = Grounds.after(here.sidecar().answers(), facts);
    for (Fact fact : facts) {
      if (fact instanceof Fact.Answered(var id, _, _)
          && here.step().ask(id).map(Ask::type).orElse(null) instanceof AskType.Decision decision) {
        for (String ground : decision.restsOn()) {
          Optional<Ask> missing =
              here.asks().stream()
                  .filter(ask -> ask.id().equals(ground) && ask.required())
                  .filter(ask -> !after.settled(ground))
                  .findFirst();
          if (missing.isPresent()) {
            return Optional.of(
                Outcome.conflict(
                    "%s rests on a question that is open: %s"
                        .formatted(decision.number(), missing.get().text())));
          }
        }
      }
    }
    return Optional.empty();
  }

  static Outcome skip(Situation here, Action.Skip action) {
    Optional<Ask> ask = here.step().ask(action.ask());
    if (ask.isEmpty()) {
      return notHere(here, action.ask(), "skip");
    }
    if (ask.get().required()) {
      return Outcome.conflict(
          "This step can't be completed without an answer to: %s".formatted(ask.get().text()));
    }
    Optional<String> answered = meanwhile(here, ask.get(), 0L);
    if (answered.isPresent()) {
      return Outcome.conflict(answered.get());
    }
    if (here.sidecar().answers().left().contains(action.ask())) {
      return Outcome.conflict("That question was left open already.");
    }
    return Outcome.of(Consequences.with(here, List.of(new Fact.AskSkipped(action.ask()))));
  }

  static Outcome undo(Situation here, Action.Undo action) {
    Optional<Answers.Change> last = here.sidecar().answers().lastChange();
    if (last.isEmpty()) {
      return Outcome.conflict("There is nothing to undo in this step.");
    }
    if (action.command() != null && !action.command().equals(last.get().command())) {
      return Outcome.conflict(
          "That is not the last answer any more; undo what came after it first.");
    }
    return Outcome.of(Consequences.with(here, List.of(new Fact.Undone(last.get().command()))));
  }

  /** Each value taken may be what the next recommendation looks at, so they are taken in order. */
  static Outcome takeRecommended(Situation here, Action.TakeRecommended action) {
    for (String id : action.asks()) {
      if (here.step().ask(id).isEmpty()) {
        return notHere(here, id, "take_recommended");
      }
    }
    Set<String> wanted = Set.copyOf(action.asks());
    Answers answers = here.sidecar().answers();
    List<Fact> facts = new ArrayList<>();
    for (Ask ask : here.asks()) {
      boolean meant = !answers.settled(ask.id()) && (wanted.isEmpty() || wanted.contains(ask.id()));
      Optional<Ask.Recommendation> recommended = Situation.recommended(ask, answers);
      if (!meant) {
        continue;
      }
      if (recommended.isPresent()) {
        Fact taken = new Fact.Answered(ask.id(), valueOf(recommended.get()), Fact.Via.RECOMMENDED);
        facts.add(taken);
        answers = Grounds.after(answers, List.of(taken));
      } else if (!wanted.isEmpty()) {
        return Outcome.conflict(
            "The answers so far speak for no particular answer to: %s".formatted(ask.text()));
      }
    }
    if (facts.isEmpty()) {
      return Outcome.conflict("The answers so far speak for nothing that is still open.");
    }
    Optional<Outcome> tooEarly = tooEarly(here, facts);
    if (tooEarly.isPresent()) {
      return tooEarly.get();
    }
    return Outcome.of(Consequences.with(here, facts));
  }

  /** A recommended decision carries the recommendation's reason as its rationale. */
  private static Value valueOf(Ask.Recommendation recommended) {
    return recommended.value() instanceof Value.Decision(var choice, var rationale)
            && rationale.isEmpty()
        ? new Value.Decision(choice, recommended.reason())
        : recommended.value();
  }

  static Fact.Via via(Value value) {
    return switch (value) {
      case Value.Choice _, Value.Decision _ -> Fact.Via.CHOSEN;
      case Value.Text _, Value.Number _, Value.Items _, Value.Table _ -> Fact.Via.TYPED;
    };
  }
}
