package dev.aiwf.web.pages;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Advice;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Proposal;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells facts to people, in a sentence without its subject: whose command it was stands beside. */
record Telling(Workflow workflow, Sidecar sidecar) {

  private static final int BRIEF = 7;

  /** Who it was. */
  String who(Entry entry) {
    return entry.by().equals(Sender.PROGRAM) ? "aiwf" : sidecar.nameOf(entry.by());
  }

  /** What happened; none for what says nothing to people. */
  Optional<String> of(Entry entry) {
    return switch (entry.fact()) {
      case Fact.Said _, Fact.PersonSeen _, Fact.ChannelJoined _ -> Optional.empty();
      case Fact.Shown(var topic, _) ->
          told(
              "looked at %s"
                  .formatted(topic == Fact.Topic.ARTIFACT ? "the files" : lower(topic.name())));
      case Fact.ArtifactWanted(var path) -> told("wanted to see %s".formatted(path));
      case Fact.ArtifactShown(var path) -> told("showed %s".formatted(path));
      case Fact.ArtifactMissed(var path, var reason) ->
          told("could not show %s: %s".formatted(path, reason));
      case Fact.Started(var name, _, var depth, _, _) ->
          told("started %s at %s depth".formatted(name, depth.key()));
      case Fact.RepositoryChosen(var linked) ->
          told("chose %s".formatted(linked == null ? "a repository of its own" : linked));
      case Fact.RepositoryOpened(var address, var branch, _) ->
          told("opened the repository %s on branch %s".formatted(address, branch));
      case Fact.SidecarFound(var place, _) ->
          told("found a project in %s".formatted(place.address()));
      case Fact.Imported(var content) -> told("went on from %s".formatted(content.source().path()));
      case Fact.BegunAnew(var source) -> told("began anew, beside %s".formatted(source.path()));
      case Fact.RepositoryRefused(var reason) ->
          told("could not read the repository: %s".formatted(reason));
      case Fact.Linking(var address) -> told("is to move to %s".formatted(address));
      case Fact.Moved(var place) -> told("moved to %s".formatted(place.address()));
      case Fact.LinkRefused(var address, var reason) ->
          told("could not move to %s: %s".formatted(address, reason));
      case Fact.Resolved(var resolution) ->
          told("settled whose lines stay in %s".formatted(resolution.path()));
      case Fact.StepEntered(var step) -> told("arrived at %s".formatted(step(step)));
      case Fact.StepSkipped(var step, var reason) ->
          told("passed %s by: %s".formatted(step(step), reason));
      case Fact.Misread(_, var why) -> told("was not understood: %s".formatted(why));
      case Fact.DepthChanged(var depth) -> told("changed to %s depth".formatted(depth.key()));
      case Fact.BriefGiven _ -> told("gave a brief");
      case Fact.SourceNoted _ -> told("noted a data source");
      case Fact.DocumentsFound(var paths) ->
          told("found texts to begin from: %s".formatted(String.join(", ", paths)));
      case Fact.BriefWanted _ -> told("wants them read as the brief");
      case Fact.BriefRefused(var reason) -> told("could not read a brief: %s".formatted(reason));
      case Fact.Consulted(var step, var came, _, _) ->
          told(
              "looked up for %s: %s"
                  .formatted(
                      step(step),
                      came.stream()
                          .map(each ->
                              "%s (%d)".formatted(each.consult().topic(), each.findings().size()))
                          .collect(Collectors.joining(", "))));
      case Fact.KnowledgeMissed(_, _, _, var reason) ->
          told("could not look things up: %s".formatted(reason));
      case Fact.ConsultWanted(_, var about) -> told("wants to know of %s".formatted(about));
      case Fact.ArchitectChanged(var model) ->
          told(
              model == null
                  ? "has nobody to talk with any more"
                  : "talks with %s".formatted(model));
      case Fact.ArchitectSwitched(var on) ->
          told(on ? "switched the architect on" : "switched the architect off");
      case Fact.TalkBegun _, Fact.TalkWanted _ -> Optional.empty();
      case Fact.TalkStopped _ -> told("stopped the architect");
      case Fact.TalkEnded(_, var how, var spent, var trouble, _, _) ->
          told(
              how == Fact.End.SILENT
                  ? "had no answer from the architect: %s".formatted(trouble)
                  : "had an answer from the architect, for %,d tokens".formatted(spent.tokens()));
      case Fact.Warned(var text, _) -> told("was warned: %s".formatted(text));
      case Fact.SectionKept(var section, _) ->
          told("kept prose for %s".formatted(section.replace('-', ' ')));
      case Fact.Proposed(var proposal) -> proposed(proposal);
      case Fact.ProposalTaken _ -> told("took them");
      case Fact.ProposalLeft _ -> told("left things as they were");
      case Fact.Noted(var ask, _, var text) -> told("noted on %s: %s".formatted(ask(ask), text));
      case Fact.Acknowledged(var warning, var how) ->
          told("will meet %s: %s".formatted(warning.replace('-', ' '), how));
      case Fact.ConditionMet(_, var condition, var how) ->
          told("met the condition %s: %s".formatted(condition, how));
      case Fact.PolicyChanged(var step, var policy, var reason) ->
          told(
              "made the gate of %s stricter: %s %s"
                  .formatted(step(step), Words.policy(policy), reason));
      case Fact.Reminded _ -> told("reminded of the gate");
      case Fact.Leaving(_, var wanted) -> told(wanted ? "wants to finish" : "stays");
      case Fact.Answered answered -> answered(answered);
      case Fact.AskSkipped(var ask) -> told("left open: %s".formatted(ask(ask)));
      case Fact.Undone _ -> told("took the last answer back");
      case Fact.WentStale(var ask, var because) ->
          told(
              "%s is to be confirmed, for this changed: %s"
                  .formatted(
                      ask(ask), String.join(", ", because.stream().map(this::ask).toList())));
      case Fact.Checked(var item, var checked) ->
          told((checked ? "ticked: " : "took the tick back: ") + item(item));
      case Fact.Signed(var verdict, var reason, _, _, _) ->
          told("signed %s%s".formatted(verdict.label(), reason == null ? "" : ": " + reason));
      case Fact.GateDecided(var step, var verdict, var conditions, var alone) ->
          told(
              "%s at the gate of %s%s%s"
                  .formatted(
                      verdict.label(),
                      step(step),
                      alone ? ", self-approved" : "",
                      conditions.isEmpty() ? "" : ", under: " + String.join("; ", conditions)));
      case Fact.GateVoided(var step, var because) ->
          told("the gate of %s is to be signed anew: %s".formatted(step(step), because));
      case Fact.MenuAnswered(_, var choice) -> told("pressed %s".formatted(choice(choice)));
      case Fact.StepCompleted(var step) -> told("completed %s".formatted(step(step)));
      case Fact.SentBack(var steps, var reason) ->
          told("went back to %s: %s".formatted(step(steps.getFirst()), reason));
      case Fact.RoleAssigned(var person, var role) ->
          told("made %s %s".formatted(person.name(), role(role)));
      case Fact.JoinAsked(_, _, _, var where) -> told("asks to take part from %s".formatted(where));
      case Fact.JoinAnswered(_, var letIn) -> told(letIn ? "let somebody in" : "kept somebody out");
      case Fact.ChannelLost(var channel, var reason) ->
          told("can show nothing in %s: %s".formatted(channel.surface(), reason));
      case Fact.Followed(var channel, var level) ->
          told("has %s seen in %s".formatted(level.key(), channel.surface()));
      case Fact.Stopped _ -> told("stopped the project");
      case Fact.Resumed _ -> told("went on with the project");
      case Fact.Completed _ -> told("the project is complete");
      case Fact.Published published -> published(published);
      case Fact.PublishRefused(var step, var reason) ->
          told("could not commit %s: %s".formatted(step(step), reason));
    };
  }

  /** Whether somebody who looks for something may be looking for this. */
  static boolean weighty(Fact fact) {
    return fact instanceof Fact.GateDecided
        || fact instanceof Fact.StepCompleted
        || fact instanceof Fact.Completed
        || fact instanceof Fact.Published
        || fact instanceof Fact.Started;
  }

  private Optional<String> proposed(Proposal proposal) {
    Advice advice = proposal.advice();
    if (advice != null) {
      return told("was advised: %s → %s".formatted(ask(advice.ask()), advice.choice()));
    }
    return told(
        proposal.prose() == null
            ? "met other answers in %s".formatted(proposal.from())
            : "was offered a draft");
  }

  private Optional<String> answered(Fact.Answered answered) {
    return workflow
        .ask(answered.ask())
        .map(ask ->
            "%s %s → %s"
                .formatted(
                    answered.via() == Fact.Via.REVISED ? "revised:" : "answered:",
                    ask.text(),
                    Words.value(ask, answered.value())));
  }

  private static Optional<String> published(Fact.Published published) {
    return told(
        "committed %s: %s"
            .formatted(
                published.commit().substring(0, Math.min(BRIEF, published.commit().length())),
                Words.count(published.files().size(), "file")));
  }

  private static Optional<String> told(String sentence) {
    return Optional.of(sentence);
  }

  private String step(String id) {
    return workflow.find(id).map(Step::title).orElse(id);
  }

  private String ask(String id) {
    return workflow.ask(id).map(Ask::text).orElse(id);
  }

  private String item(String id) {
    return workflow.steps().stream()
        .flatMap(step -> Optional.ofNullable(step.gate()).stream())
        .flatMap(gate -> gate.items().stream())
        .filter(item -> item.id().equals(id))
        .map(item -> item.text())
        .findFirst()
        .orElse(id);
  }

  private static String choice(String key) {
    return Arrays.stream(MenuChoice.values())
        .filter(choice -> choice.key().equals(key))
        .map(MenuChoice::label)
        .findFirst()
        .orElse(key);
  }

  private static String role(Role role) {
    return Words.roles(Set.of(role));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
