package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people type. It can answer the ask that is open or show something; it never presses a
 * button, so that no gate is passed and no menu left by words.
 */
final class Talking {

  private static final int LONGEST = 10_000;

  private Talking() {}

  static Outcome say(Workflow workflow, Sidecar sidecar, Command command, Action.Say action) {
    String text = Clean.lines(action.text());
    if (text.isEmpty()) {
      return Outcome.invalid("say", "There is nothing in it.");
    }
    if (text.length() > LONGEST) {
      return Outcome.invalid(
          "say", "That is %,d characters; up to %,d fit.".formatted(text.length(), LONGEST));
    }
    Fact said = new Fact.Said(MessageKeys.said(command.id()));
    Optional<Situation> here = Situation.of(workflow, sidecar).filter(Situation::underWay);
    if (here.isEmpty()) {
      return Outcome.of(said);
    }
    List<Fact> facts = new ArrayList<>(List.of(said));
    facts.addAll(meaning(here.get(), text));
    return Outcome.of(facts);
  }

  private static List<Fact> meaning(Situation here, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "help", "?" -> List.of(new Fact.Shown(Fact.Topic.HELP));
      case "progress", "status" -> List.of(new Fact.Shown(Fact.Topic.PROGRESS));
      case "decisions" -> List.of(new Fact.Shown(Fact.Topic.DECISIONS));
      case "undo", "back" -> undo(here);
      default -> here.next().map(ask -> answer(here, ask, text)).orElseGet(() -> aside(here));
    };
  }

  private static List<Fact> undo(Situation here) {
    return here.sidecar()
        .answers()
        .lastChange()
        .map(change -> Consequences.with(here, List.of(new Fact.Undone(change.command()))))
        .orElseGet(() ->
            here.next()
                .<List<Fact>>map(ask ->
                    List.of(new Fact.Misread(ask.id(), "There is nothing to undo in this step.")))
                .orElseGet(() -> aside(here)));
  }

  private static List<Fact> answer(Situation here, Ask ask, String text) {
    if (text.equalsIgnoreCase("skip")) {
      return List.of(
          ask.required()
              ? new Fact.Misread(ask.id(), "The step can't be completed without this answer.")
              : new Fact.AskSkipped(ask.id()));
    }
    return switch (Reader.read(ask, new Input.Text(text))) {
      case Reading.NotUnderstood(var why) -> List.of(new Fact.Misread(ask.id(), why));
      case Reading.Understood(var value) ->
          Consequences.with(
              here, List.of(new Fact.Answered(ask.id(), value, Answering.via(value))));
    };
  }

  /** Nothing is asked, so this was said aside; what waits for a button is shown again below it. */
  private static List<Fact> aside(Situation here) {
    boolean gateWaits = here.step().gate() != null && here.gate().verdict() == null;
    return List.of(new Fact.Shown(gateWaits ? Fact.Topic.GATE : Fact.Topic.MENU));
  }
}
