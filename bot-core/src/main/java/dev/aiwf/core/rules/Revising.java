package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answering anew what was answered before. Only what rests on the answer goes stale, only the steps
 * that hold something stale are walked through again, and a gate signed on it is to be signed anew.
 */
public final class Revising {

  private Revising() {}

  static Outcome revise(Situation here, Action.Revise action) {
    if (action.seen() > here.sidecar().number()) {
      return Outcome.invalid(
          "seen",
          "The project is at %d; %d is still to come."
              .formatted(here.sidecar().number(), action.seen()));
    }
    Answers before = here.sidecar().answers();
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, Input> given : action.answers().entrySet()) {
      String field = "revise." + given.getKey();
      Optional<Ask> ask = here.workflow().ask(given.getKey());
      Optional<Answers.Answer> answer = before.to(given.getKey());
      if (ask.isEmpty()) {
        return Outcome.invalid(field, "There is no such question in this workflow.");
      }
      Optional<Step> locked = here.lockedBy(given.getKey());
      if (locked.isPresent()) {
        return Outcome.conflict(
            ("The design is locked since %s began, so this stands. What has to be different goes"
                    + " into a new project, or into the next round of improvements.")
                .formatted(locked.get().title()));
      }
      if (answer.isEmpty() && !wasPut(here, ask.get())) {
        return Outcome.conflict("\"%s\" was not answered yet.".formatted(given.getKey()));
      }
      if (answer.isPresent() && answer.get().fact() > action.seen()) {
        return Outcome.conflict(
            "%s changed it meanwhile, at %s, to: %s. Look again before you revise it."
                .formatted(
                    here.sidecar().nameOf(answer.get().by()),
                    Words.time(answer.get().at()),
                    Words.value(ask.get(), answer.get().value())));
      }
      switch (Reader.read(ask.get(), given.getValue())) {
        case Reading.NotUnderstood(var why) -> {
          return Outcome.invalid(field, why);
        }
        case Reading.Understood(var value) ->
            facts.add(new Fact.Answered(ask.get().id(), value, Fact.Via.REVISED));
      }
    }
    if (facts.isEmpty()) {
      return Outcome.invalid("revise", "There is no answer in it.");
    }
    return Outcome.of(Consequences.with(here, facts));
  }

  /**
   * What was left open, or what a greater depth adds to a completed step, can still be answered.
   */
  public static boolean wasPut(Situation here, Ask ask) {
    return here.sidecar().answers().left().contains(ask.id())
        || (here.known().applies(ask)
            && here.workflow()
                .stepOf(ask.id())
                .filter(step -> here.sidecar().way().completed().contains(step.id()))
                .isPresent());
  }
}
