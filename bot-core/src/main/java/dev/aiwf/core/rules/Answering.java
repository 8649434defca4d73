package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  static Optional<Outcome> tooEarly(Situation here, List<Fact> facts) {
    Answers after = Grounds.after(here.sidecar().answers(), facts);
    for (Fact fact : facts) {
      if (fact instanceof Fact.Answered(var id, _, _, _)
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

  static Outcome takeRecommended(Situation here, Action.TakeRecommended action) {
    for (String id : action.asks()) {
      if (here.step().ask(id).isEmpty()) {
        return notHere(here, id, "take_recommended");
      }
    }
    Set<String> wanted = Set.copyOf(action.asks());
    Map<Ask, Recommended> offers = recommended(here);
    Optional<Outcome> inVain = inVain(here, wanted, offers);
    if (inVain.isPresent()) {
      return inVain.get();
    }
    List<Fact> facts =
        offers.entrySet().stream()
            .filter(offer -> wanted.isEmpty() || wanted.contains(offer.getKey().id()))
            .<Fact>map(offer ->
                new Fact.Answered(
                    offer.getKey().id(), valueOf(offer.getValue()), Fact.Via.RECOMMENDED))
            .toList();
    return facts.isEmpty()
        ? Outcome.conflict("The answers so far speak for nothing that is still open.")
        : Outcome.of(Consequences.with(here, facts));
  }

  /** Why something that was named and is open can't be taken. */
  private static Optional<Outcome> inVain(
      Situation here, Set<String> wanted, Map<Ask, Recommended> offers) {
    return here.open().stream()
        .filter(ask -> wanted.contains(ask.id()) && !offers.containsKey(ask))
        .findFirst()
        .map(ask ->
            here.recommended(ask)
                .flatMap(offer ->
                    tooEarly(
                        here,
                        List.of(new Fact.Answered(ask.id(), valueOf(offer), Fact.Via.RECOMMENDED))))
                .orElseGet(() ->
                    Outcome.conflict(
                        "The answers so far speak for no particular answer to: %s"
                            .formatted(ask.text()))));
  }

  /**
   * What is open here and has a recommendation, in the order in which it can be taken: each value
   * may be what the next recommendation looks at, or what makes another question apply.
   */
  static Map<Ask, Recommended> recommended(Situation here) {
    Map<Ask, Recommended> offers = new LinkedHashMap<>();
    List<Fact> facts = new ArrayList<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      Answers answers = Grounds.after(here.sidecar().answers(), facts);
      Known known = Known.of(here.workflow(), answers);
      for (Ask ask : here.step().asks()) {
        Optional<Recommended> recommended =
            known.puts(ask, here.sidecar().depth()) && !answers.settled(ask.id())
                ? Recommended.of(ask, known)
                : Optional.empty();
        if (recommended.isPresent()) {
          Fact taken =
              new Fact.Answered(ask.id(), valueOf(recommended.get()), Fact.Via.RECOMMENDED);
          List<Fact> longer = new ArrayList<>(facts);
          longer.add(taken);
          if (tooEarly(here, longer).isEmpty()) {
            facts.add(taken);
            offers.put(ask, recommended.get());
            grown = true;
            break;
          }
        }
      }
    }
    return offers;
  }

  /** A recommended decision carries the recommendation's reason as its rationale. */
  private static Value valueOf(Recommended recommended) {
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
