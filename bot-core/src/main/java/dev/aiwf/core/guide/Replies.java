package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said once about something that happened, as far as no standing message shows it. */
final class Replies {

  private Replies() {}

  static Optional<Content> to(Workflow workflow, Sidecar sidecar, PersonId by, Fact fact) {
    return switch (fact) {
      case Fact.Misread(var ask, var why) -> Optional.of(misread(workflow, ask, why));
      case Fact.Shown(var topic) -> shown(workflow, sidecar, topic);
      case Fact.RepositoryOpened(var address, var branch, _) ->
          Optional.of(
              Content.of(
                  plain("Files go to "), mono(address), plain(" on "), mono(branch), plain(".")));
      case Fact.RepositoryRefused(var reason) ->
          Optional.of(
              Content.of(
                  strong("The repository could not be read. "),
                  plain(
                      reason
                          + " Nothing was lost. Put it right, then start the project again by its"
                          + " name, or with the repository \"own\".")));
      case Fact.PublishRefused(var step, var reason) ->
          Optional.of(
              Content.of(
                  strong("The commit for " + workflow.step(step).title() + " did not go through. "),
                  plain(
                      reason
                          + " What was answered and decided is kept. Once it is put right, start"
                          + " the project again by its name, and the commit is tried again.")));
      case Fact.WentStale(var ask, var because) -> Optional.of(stale(workflow, ask, because));
      case Fact.SentBack(var steps, _) ->
          Optional.of(
              Content.of(
                  plain("To walk through again: "),
                  strong(
                      String.join(
                          ", ", steps.stream().map(s -> workflow.step(s).title()).toList())),
                  plain(". Answers stay.")));
      case Fact.Signed(var verdict, var reason, _, _) ->
          verdict == Verdict.NO_GO
              ? Optional.of(
                  Content.of(
                      strong(verdict.label()),
                      plain(" by "),
                      who(sidecar, by),
                      plain(reason == null ? "." : ": " + Clean.shortened(reason, 600))))
              : Optional.empty();
      case Fact.Answered(var ask, var value, var via) ->
          via == Fact.Via.REVISED
              ? workflow.ask(ask).map(known -> revised(sidecar, known, value, by))
              : Optional.empty();
      case Fact.GateVoided(var step, _) ->
          Optional.of(
              Content.of(
                  strong(workflow.step(step).title()), plain(" is to be ticked and signed anew.")));
      case Fact.StepSkipped(var step, var reason) ->
          Optional.of(
              Content.of(strong(workflow.step(step).title() + ": SKIPPED. "), plain(reason)));
      case Fact.RoleAssigned(var person, var role) ->
          Optional.of(
              Content.of(who(sidecar, person.id()), plain(" is now " + Words.role(role) + ".")));
      case Fact.Stopped _ ->
          Optional.of(
              Content.of(
                  plain("Stopped by "),
                  who(sidecar, by),
                  plain(". Start it again by its name to go on where it is.")));
      case Fact.Resumed _ ->
          Optional.of(Content.of(plain("Resumed by "), who(sidecar, by), plain(".")));
      case Fact.Completed _ -> Optional.of(complete(sidecar));
      case Fact.Started _,
          Fact.PersonSeen _,
          Fact.ChannelJoined _,
          Fact.RepositoryChosen _,
          Fact.StepEntered _,
          Fact.Said _,
          Fact.AskSkipped _,
          Fact.Undone _,
          Fact.Checked _,
          Fact.GateDecided _,
          Fact.MenuAnswered _,
          Fact.StepCompleted _,
          Fact.Published _ ->
          Optional.empty();
    };
  }

  private static Content misread(Workflow workflow, String ask, String why) {
    Content content = Content.of(why);
    return workflow
        .ask(ask)
        .map(known -> content.and(note(plain("Still open: " + known.text()))))
        .orElse(content);
  }

  private static Content stale(Workflow workflow, String ask, List<String> because) {
    return Content.of(
        strong(name(workflow, ask)),
        plain(
            " rests on " + String.join(", ", because) + ", which changed. It is to be confirmed."));
  }

  private static Content revised(Sidecar sidecar, Ask ask, Value value, PersonId by) {
    return Content.of(
        plain("Revised: " + ask.text() + " "),
        strong(Words.value(ask, value)),
        plain(", "),
        who(sidecar, by));
  }

  private static String name(Workflow workflow, String ask) {
    return workflow
        .ask(ask)
        .map(known -> known.type() instanceof AskType.Decision d ? d.number() : known.id())
        .orElse(ask);
  }

  private static Content complete(Sidecar sidecar) {
    return Content.of(
        strong(sidecar.name() + " is complete. "),
        plain("What was decided goes to the repository; this channel stays to be read."));
  }

  private static Optional<Content> shown(Workflow workflow, Sidecar sidecar, Fact.Topic topic) {
    return switch (topic) {
      case PROGRESS -> Optional.of(progress(workflow, sidecar));
      case DECISIONS -> Optional.of(decisions(workflow, sidecar));
      case HELP -> Optional.of(help());
      case GATE ->
          Optional.of(Content.of("The gate is signed with its buttons, and only with these."));
      case MENU -> Optional.of(Content.of("Nothing is asked just now; the menu waits below."));
    };
  }

  private static Content progress(Workflow workflow, Sidecar sidecar) {
    List<List<String>> rows = new ArrayList<>();
    for (Step step : workflow.steps()) {
      rows.add(List.of(step.title(), stateOf(sidecar, step)));
    }
    return new Content(
        List.of(Say.line(strong("Progress")), new Block.Table(List.of("Step", "State"), rows)));
  }

  private static String stateOf(Sidecar sidecar, Step step) {
    if (sidecar.way().skipped().containsKey(step.id())) {
      return "skipped";
    }
    if (sidecar.visit().filter(visit -> visit.step().equals(step.id())).isPresent()) {
      return "here";
    }
    return sidecar.way().completed().contains(step.id()) ? "done" : "to come";
  }

  private static Content decisions(Workflow workflow, Sidecar sidecar) {
    List<List<Span>> items = new ArrayList<>();
    for (Step step : workflow.steps()) {
      for (Ask ask : step.asks()) {
        sidecar
            .answers()
            .to(ask.id())
            .filter(_ -> ask.type() instanceof AskType.Decision)
            .ifPresent(answer -> items.add(decision(workflow, sidecar, ask, answer)));
      }
    }
    return items.isEmpty()
        ? Content.of("No decision has been taken yet.")
        : new Content(List.of(Say.line(strong("Decisions")), new Block.Bullets(items)));
  }

  private static List<Span> decision(
      Workflow workflow, Sidecar sidecar, Ask ask, Answers.Answer answer) {
    String rationale =
        answer.value() instanceof Value.Decision(_, var why) && !why.isEmpty()
            ? ": " + Clean.shortened(why, 300)
            : ".";
    return List.of(
        mono(name(workflow, ask.id())),
        plain(" "),
        strong(Words.value(ask, answer.value())),
        plain(", "),
        who(sidecar, answer.by()),
        plain((answer.stale() ? ", to be confirmed" : "") + rationale));
  }

  private static Content help() {
    return new Content(
        List.of(
            Say.line(plain("Type the answer to the question that is open, or one of these:")),
            new Block.Bullets(
                List.of(
                    List.of(mono("skip"), plain(" leaves an optional question open")),
                    List.of(mono("undo"), plain(" takes back the last answer")),
                    List.of(mono("progress"), plain(" and "), mono("decisions")))),
            note(plain("Menus and gates are answered with buttons only."))));
  }
}
