package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type. It can answer the ask that is open or show something; it never presses a
 * button, so that no gate is passed and no menu left by words.
 */
final class Talking {

  private static final int LONGEST = 10_000;

  /** Somebody who types can't have seen what was asked less than this ago. */
  private static final Duration TYPING = Duration.ofSeconds(5);

  private static final Pattern LINK =
      Pattern.compile("link\\s+(\\S*:\\S+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern CONSULT =
      Pattern.compile("(?:consult|look up)\\s+(\\S.{1,300})", Pattern.CASE_INSENSITIVE);

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
    Matcher consult = CONSULT.matcher(text);
    if (consult.matches()) {
      return consult(workflow, sidecar, command, consult.group(1));
    }
    Optional<Outcome> linked = link(sidecar, command, text);
    if (linked.isPresent()) {
      return linked.get();
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Said(MessageKeys.said(command.id())));
    Optional<Fact.Shown> shown = Aside.meant(workflow, text);
    Optional<Situation> here = Situation.of(workflow, sidecar).filter(Situation::underWay);
    if (shown.isPresent()) {
      facts.add(Aside.fact(sidecar, shown.get().topic(), shown.get().of()));
    } else if (here.isPresent()) {
      facts.addAll(meaning(here.get(), command, action, text));
    } else {
      facts.add(new Fact.Shown(Fact.Topic.HELP));
    }
    return Outcome.of(facts);
  }

  /**
   * An address is nothing else that anybody would answer with; the owner's is taken at its word.
   */
  private static Optional<Outcome> link(Sidecar sidecar, Command command, String text) {
    Matcher link = LINK.matcher(text);
    return link.matches() && command.sender() instanceof Sender.Human sender
        ? Optional.of(Linking.link(sidecar, sender, new Action.Link(link.group(1))))
        : Optional.empty();
  }

  private static Outcome consult(
      Workflow workflow, Sidecar sidecar, Command command, String about) {
    Optional<Situation> here = Situation.of(workflow, sidecar).filter(Situation::underWay);
    if (here.isEmpty()) {
      return Outcome.conflict("The project is %s.".formatted(Words.status(sidecar.status())));
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Said(MessageKeys.said(command.id())));
    facts.addAll(facts(here.get(), Consulting.again(here.get(), new Action.Consult(about))));
    return Outcome.of(facts);
  }

  private static List<Fact> meaning(Situation here, Command command, Action.Say say, String text) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return switch (words) {
      case "undo", "back" ->
          crossed(here, command).map(why -> told(here, why)).orElseGet(() -> undo(here));
      case "architect off", "architect on" ->
          facts(
              here,
              Conversing.turned(here.sidecar(), new Action.SwitchArchitect(words.endsWith(" on"))));
      case "take the recommended", "take recommended", "recommended" -> recommended(here);
      default ->
          depth(here, words)
              .orElseGet(() ->
                  here.sidecar().conversation().leads()
                      ? Conversing.spoken(here, command, say)
                      : guided(here, command, say, text));
    };
  }

  /** A model that was silent is asked again where the guide has no answer. */
  private static List<Fact> guided(Situation here, Command command, Action.Say say, String text) {
    List<Fact> facts =
        here.next().map(ask -> answer(here, command, ask, text)).orElseGet(() -> aside(here));
    boolean recorded =
        facts.stream()
            .anyMatch(fact -> fact instanceof Fact.Answered || fact instanceof Fact.AskSkipped);
    return recorded || !here.sidecar().conversation().talks()
        ? facts
        : Conversing.spoken(here, command, say);
  }

  private static List<Fact> undo(Situation here) {
    return here.sidecar()
        .answers()
        .lastChange()
        .map(change -> Consequences.with(here, List.of(new Fact.Undone(change.command()))))
        .orElseGet(() -> told(here, "There is nothing to undo in this step."));
  }

  private static List<Fact> recommended(Situation here) {
    return facts(here, Answering.takeRecommended(here, new Action.TakeRecommended(List.of())));
  }

  private static Optional<List<Fact>> depth(Situation here, String words) {
    return Arrays.stream(Depth.values())
        .filter(depth -> words.equals("depth " + depth.key()))
        .findFirst()
        .map(depth -> facts(here, Adjusting.depth(here, new Action.ChangeDepth(depth))));
  }

  /** What comes of words that stand for a button; where they come to nothing, why. */
  private static List<Fact> facts(Situation here, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(var facts) -> facts;
      case Outcome.Refused(var refusal) -> told(here, refusal.sentence());
    };
  }

  private static List<Fact> told(Situation here, String sentence) {
    return List.of(new Fact.Misread(here.next().map(Ask::id).orElse(""), sentence));
  }

  private static List<Fact> answer(Situation here, Command command, Ask ask, String text) {
    Optional<String> crossed = crossed(here, command);
    if (crossed.isPresent()) {
      return List.of(new Fact.Misread(ask.id(), crossed.get()));
    }
    if (text.equalsIgnoreCase("skip")) {
      return List.of(
          ask.required()
              ? new Fact.Misread(ask.id(), "The step can't be completed without this answer.")
              : new Fact.AskSkipped(ask.id()));
    }
    if (text.endsWith("?")) {
      return List.of(
          new Fact.Misread(
              ask.id(),
              "That reads as a question, so it was not recorded. With no model set up I can't"
                  + " answer it; type \"why\" to see what this one is for and what it rests on."));
    }
    return switch (Reader.read(ask, new Input.Text(text))) {
      case Reading.NotUnderstood(var why) -> List.of(new Fact.Misread(ask.id(), why));
      case Reading.Understood(var value) -> {
        Fact answered = new Fact.Answered(ask.id(), value, Answering.via(value));
        yield Answering.tooEarly(here, List.of(answered))
            .map(refused -> facts(here, refused))
            .orElseGet(() -> Consequences.with(here, List.of(answered)));
      }
    };
  }

  /** What was typed while somebody else answered was meant for the question before. */
  private static Optional<String> crossed(Situation here, Command command) {
    return here.asks().stream()
        .flatMap(ask -> here.sidecar().answers().to(ask.id()).map(a -> new Given(ask, a)).stream())
        .max(Comparator.comparingLong(given -> given.answer().fact()))
        .filter(given -> !given.answer().by().equals(command.sender().id()))
        .filter(given -> given.answer().at().plus(TYPING).isAfter(command.at()))
        .map(given ->
            Words.answered(here.sidecar(), given.ask(), given.answer())
                + " Yours came right after, so it was not taken. If it is meant for what is asked"
                + " now, type it again.");
  }

  private record Given(Ask ask, Answers.Answer answer) {}

  /** Nothing is asked, so this was said aside; what waits for a button is shown again below it. */
  private static List<Fact> aside(Situation here) {
    return List.of(new Fact.Shown(here.gateWaits() ? Fact.Topic.GATE : Fact.Topic.MENU));
  }
}
