package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said once about something that happened, as far as no standing message shows it. */
final class Replies {

  private Replies() {}

  static Optional<Content> to(
      Workflow workflow, @Nullable Sidecar before, Sidecar sidecar, PersonId by, Fact fact) {
    return switch (fact) {
      case Fact.Misread(var ask, var why) -> Optional.of(misread(workflow, ask, why));
      case Fact.ArtifactMissed(var path, var reason) ->
          Optional.of(FileMessages.missed(sidecar.repository(), path, reason));
      case Fact.Shown shown -> Optional.of(Shows.of(workflow, sidecar, shown));
      case Fact.DepthChanged(var depth) ->
          Optional.of(
              Content.of(
                  strong(Shows.label(depth)),
                  plain(" from here on, set by "),
                  who(sidecar, by),
                  plain(".")));
      case Fact.Consulted consulted -> consulted(workflow, before, consulted);
      case Fact.KnowledgeMissed(_, _, var tries, var reason) ->
          tries == 1
              ? Optional.of(
                  Content.of(
                      plain(
                          reason
                              + " The questions here go on; it is asked again by itself, and what"
                              + " it says is shown then.")))
              : Optional.empty();
      case Fact.ArchitectChanged(var model) ->
          before == null ? Optional.empty() : Optional.of(architect(model));
      case Fact.ArchitectSwitched(var on) ->
          Optional.of(
              Content.of(
                  plain(on ? "The architect talks again, switched on by " : "Switched off by "),
                  who(sidecar, by),
                  plain(on ? "." : ": from here on the questions lead, and no model is asked.")));
      case Fact.TalkEnded ended ->
          Optional.ofNullable(ended.near())
              .map(near -> Content.of(who(sidecar, sidecar.team().owner()), plain(": " + near)));
      case Fact.Warned(var text, var finding) -> Optional.of(warned(sidecar, text, finding));
      case Fact.SectionKept _ -> Optional.empty();
      case Fact.BriefWanted(var paths) ->
          Optional.of(Content.of(plain("Reading %s.".formatted(BriefMessages.named(paths)))));
      case Fact.BriefRefused(var reason) ->
          Optional.of(
              Content.of(
                  plain(reason + " There is no brief from it; one can be typed at any time.")));
      case Fact.Noted(var ask, _, var text) ->
          workflow.ask(ask).map(known -> noted(sidecar, known, text, by));
      case Fact.PolicyChanged(var step, var policy, var reason) ->
          Optional.of(
              Content.of(
                  strong(workflow.step(step).title() + ": "),
                  plain(Words.policy(policy) + " Set by "),
                  who(sidecar, by),
                  plain(": " + Clean.shortened(reason, 300))));
      case Fact.Reminded _ -> Situation.of(workflow, sidecar).map(GateMessages::reminder);
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
      case Fact.Linking(var address) ->
          Optional.of(
              Content.of(
                  plain("Looking at "),
                  mono(address),
                  plain(". Files go there once it was read.")));
      case Fact.Moved(var place) -> Optional.of(RepositoryMessages.moved(place));
      case Fact.LinkRefused(var address, var reason) ->
          Optional.of(RepositoryMessages.linkRefused(sidecar, address, reason));
      case Fact.Published published -> RepositoryMessages.published(before, published);
      case Fact.ChannelLost(var channel, var reason) -> Optional.of(lost(channel, reason));
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
      case Fact.Signed(var verdict, var reason, _, _, _) ->
          verdict == Verdict.NO_GO
              ? Optional.of(
                  Content.of(
                      strong(verdict.label()),
                      plain(" by "),
                      who(sidecar, by),
                      plain(reason == null ? "." : ": " + Clean.shortened(reason, 600))))
              : Optional.empty();
      case Fact.Answered(var ask, var value, var via, _) ->
          via == Fact.Via.REVISED
              ? workflow.ask(ask).map(known -> revised(sidecar, known, value, by))
              : Optional.empty();
      case Fact.Undone(var command) ->
          before == null ? Optional.empty() : undone(workflow, before, sidecar, command, by);
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
          Fact.ArtifactWanted _,
          Fact.ArtifactShown _,
          Fact.ChannelJoined _,
          Fact.JoinAsked _,
          Fact.JoinAnswered _,
          Fact.Followed _,
          Fact.RepositoryChosen _,
          Fact.SidecarFound _,
          Fact.Imported _,
          Fact.BegunAnew _,
          Fact.StepEntered _,
          Fact.Said _,
          Fact.AskSkipped _,
          Fact.TalkBegun _,
          Fact.TalkWanted _,
          Fact.TalkStopped _,
          Fact.BriefGiven _,
          Fact.SourceNoted _,
          Fact.DocumentsFound _,
          Fact.Proposed _,
          Fact.ConsultWanted _,
          Fact.ProposalTaken _,
          Fact.ProposalLeft _,
          Fact.Acknowledged _,
          Fact.ConditionMet _,
          Fact.Leaving _,
          Fact.Checked _,
          Fact.GateDecided _,
          Fact.MenuAnswered _,
          Fact.StepCompleted _,
          Fact.Resolved _ ->
          Optional.empty();
    };
  }

  private static Content lost(ChannelId channel, String reason) {
    return Content.of(
        strong("Nothing can be shown in %s just now. ".formatted(channel.surface())),
        plain(
            reason
                + " The project goes on here, and what is said is kept. Once that is put"
                + " right, start the project there again by its name: what stands then is shown."));
  }

  private static Optional<Content> consulted(
      Workflow workflow, @Nullable Sidecar before, Fact.Consulted consulted) {
    Optional<Content> reply = FindingMessages.reply(workflow, consulted);
    if (before == null || before.findings().missed() == 0) {
      return reply;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Say.line(plain("The knowledge base answers again.")));
    reply.ifPresent(content -> blocks.addAll(content.blocks()));
    return Optional.of(new Content(blocks));
  }

  private static Content architect(@Nullable String model) {
    return model == null
        ? Content.of("No model is set up any more. The questions go on.")
        : Content.of(
            plain("The architect talks here from now on, with "),
            mono(model),
            plain(". It proposes and decides nothing; "),
            mono("architect off"),
            plain(" has the questions lead again."));
  }

  private static Content warned(Sidecar sidecar, String text, @Nullable String id) {
    Finding finding = id == null ? null : sidecar.findings().items().get(id);
    return finding == null
        ? Content.of(strong("⚠ " + text + " "), plain("My view, not in the knowledge base."))
        : Content.of(strong("⚠ " + text + " "), FindingMessages.source(finding))
            .and(FindingMessages.acknowledge(sidecar, finding));
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
            " rests on %s, which changed. It is to be confirmed."
                .formatted(Reasons.names(workflow, because))));
  }

  private static Content revised(Sidecar sidecar, Ask ask, Value value, PersonId by) {
    return Content.of(
        plain("Revised: " + ask.text() + " "),
        strong(Words.value(ask, value)),
        plain(", "),
        who(sidecar, by));
  }

  /** What is undone in this step shows in its question; of an earlier one it is told. */
  private static Optional<Content> undone(
      Workflow workflow, Sidecar before, Sidecar after, String command, PersonId by) {
    Set<String> here =
        after
            .visit()
            .map(visit ->
                workflow.step(visit.step()).asks().stream()
                    .map(Ask::id)
                    .collect(Collectors.toSet()))
            .orElse(Set.of());
    String restored =
        before
            .answers()
            .lastChange()
            .filter(change -> change.command().equals(command))
            .map(change ->
                change.before().stream()
                    .map(Answers.Before::ask)
                    .filter(ask -> !here.contains(ask))
                    .flatMap(ask -> workflow.ask(ask).stream())
                    .map(ask -> restored(after, ask))
                    .collect(Collectors.joining(" · ")))
            .orElse("");
    return restored.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Content.of(plain("Undone by "), who(after, by), plain(": "), strong(restored)));
  }

  private static String restored(Sidecar after, Ask ask) {
    Value value = after.answers().value(ask.id());
    return ask.text() + " " + (value == null ? "open" : Words.value(ask, value));
  }

  private static String name(Workflow workflow, String ask) {
    return workflow.ask(ask).map(Reasons::name).orElse(ask);
  }

  private static Content complete(Sidecar sidecar) {
    return Content.of(
        strong(sidecar.name() + " is complete. "),
        plain("What was decided goes to the repository; this channel stays to be read."));
  }

  private static Content noted(Sidecar sidecar, Ask ask, String text, PersonId by) {
    return new Content(
        List.of(
            Say.line(
                plain("Noted on "),
                strong(Reasons.name(ask)),
                plain(" by "),
                who(sidecar, by),
                plain(":")),
            new Block.Quote(Clean.shortened(text, 1_000))));
  }
}
