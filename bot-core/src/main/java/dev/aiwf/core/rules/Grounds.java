package dev.aiwf.core.rules;

import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rests on what. */
final class Grounds {

  private Grounds() {}

  /** The answers as they would be after these facts, for looking ahead within one command. */
  static Answers after(Answers answers, List<Fact> facts) {
    Map<String, Answers.Answer> given = new LinkedHashMap<>(answers.given());
    List<String> left = new ArrayList<>(answers.left());
    for (Fact fact : facts) {
      if (fact instanceof Fact.Answered(var ask, var value, var via, _)) {
        given.put(
            ask,
            new Answers.Answer(value, via, Sender.PROGRAM, Instant.EPOCH, "", 0, List.of(), null));
        left.remove(ask);
      } else if (fact instanceof Fact.AskSkipped(var ask)) {
        given.remove(ask);
        left.add(ask);
      } else if (fact instanceof Fact.Undone(var command)) {
        Answers undone = answers.undone(command);
        given = new LinkedHashMap<>(undone.given());
        left = new ArrayList<>(undone.left());
      }
    }
    return new Answers(given, left, answers.changes());
  }

  /** The asks whose answers are other ones after these facts than before. */
  static Set<String> changed(Answers before, List<Fact> facts) {
    Set<String> changed = new LinkedHashSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Answered(var ask, var value, _, _)) {
        if (!sameGround(before.value(ask), value)) {
          changed.add(ask);
        }
      } else if (fact instanceof Fact.AskSkipped(var ask) && before.value(ask) != null) {
        changed.add(ask);
      }
    }
    return changed;
  }

  /**
   * The decisions that rest on what these facts change, and that these facts do not take anew.
   * Whatever rests on nothing that changed is not among them: what rests on a decision that is to
   * be confirmed waits for what comes of that.
   */
  static List<Fact> staleAfter(Workflow workflow, Answers before, List<Fact> facts) {
    Set<String> changed = new LinkedHashSet<>(changed(before, facts));
    Set<String> taken = new LinkedHashSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Answered(var ask, _, _, _)) {
        taken.add(ask);
      }
    }
    List<Fact> stale = new ArrayList<>();
    for (Ask ask : workflow.steps().stream().flatMap(s -> s.asks().stream()).toList()) {
      if (ask.type() instanceof AskType.Decision decision
          && before.to(ask.id()).isPresent()
          && !taken.contains(ask.id())) {
        List<String> because = decision.restsOn().stream().filter(changed::contains).toList();
        if (!because.isEmpty()) {
          stale.add(new Fact.WentStale(ask.id(), because));
        }
      }
    }
    return stale;
  }

  /** The asks that would be on changed ground if this one were answered otherwise, itself first. */
  static Set<String> restingOn(Workflow workflow, Answers answers, String ask) {
    Set<String> resting = new LinkedHashSet<>(Set.of(ask));
    workflow.steps().stream()
        .flatMap(step -> step.asks().stream())
        .filter(other -> answers.to(other.id()).isPresent())
        .filter(other ->
            other.type() instanceof AskType.Decision decision && decision.restsOn().contains(ask))
        .forEach(other -> resting.add(other.id()));
    return resting;
  }

  /** Another rationale for the same choice takes the ground from nothing. */
  private static boolean sameGround(@Nullable Value before, Value after) {
    if (before instanceof Value.Decision(var was, _)
        && after instanceof Value.Decision(var is, _)) {
      return was.equals(is);
    }
    return after.equals(before);
  }
}
