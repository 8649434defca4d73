package dev.aiwf.core.turn;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sample;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What must be done in the world because of a fact, besides showing messages. */
final class Deeds {

  private Deeds() {}

  static List<Effect> of(Workflow workflow, Sidecar after, Entry entry) {
    return switch (entry.fact()) {
      case Fact.Started _ -> open(after);
      case Fact.Resumed _ -> after.status() == Status.OPENING ? open(after) : List.of();
      case Fact.StepCompleted(var step) ->
          publish(workflow, after, entry, workflow.step(step), "complete", Map.of());
      case Fact.StepEntered(var step) -> Consults.entered(workflow, after, step);
      case Fact.ConsultWanted wanted -> Consults.wanted(after, wanted);
      case Fact.KnowledgeMissed missed -> Consults.missed(after, entry, missed);
      case Fact.TalkBegun(var talk, _) ->
          List.of(new Effect.Talk(after.id(), talk, asking(after, entry)));
      case Fact.TalkStopped(var talk) -> List.of(new Effect.StopTalk(after.id(), talk));
      case Fact.BriefWanted(var paths) ->
          List.of(new Effect.ReadDocuments(after.id(), after.repository().linked(), paths));
      case Fact.ArtifactWanted(var path) ->
          List.of(
              new Effect.ReadArtifact(
                  after.id(), Objects.requireNonNull(after.repository().place()), path));
      case Fact.Completed _ -> remember(after, entry);
      case Fact.Linking(var address) -> List.of(new Effect.OpenRepository(after.id(), address));
      // There is nothing to bring along before a step came to its end.
      case Fact.Moved _ ->
          after.way().completed().isEmpty()
              ? List.of()
              : publish(
                  workflow, after, entry, latest(workflow, after), "move here after", Map.of());
      case Fact.Resolved(var resolution) ->
          publish(
              workflow,
              after,
              entry,
              latest(workflow, after),
              "settle lines after",
              Map.of("Aiwf-Settled", List.of(resolution.path() + " " + kept(resolution.keep()))));
      case Fact.Signed(var verdict, var reason, _, _, _) ->
          verdict == Verdict.NO_GO
              ? publish(
                  workflow,
                  after,
                  entry,
                  left(workflow, after),
                  "NO-GO at",
                  Map.of(
                      "Aiwf-Verdict",
                      List.of(verdict.label()),
                      "Aiwf-Signed-By",
                      List.of(after.nameOf(entry.by()) + " (" + entry.by() + ")"),
                      "Aiwf-Reason",
                      List.of(reason == null ? "" : Clean.line(reason))))
              : List.of();
      case Fact.PersonSeen _,
          Fact.ChannelJoined _,
          Fact.ChannelLost _,
          Fact.JoinAsked _,
          Fact.JoinAnswered _,
          Fact.Followed _,
          Fact.RepositoryChosen _,
          Fact.RepositoryOpened _,
          Fact.SidecarFound _,
          Fact.Imported _,
          Fact.BegunAnew _,
          Fact.RepositoryRefused _,
          Fact.LinkRefused _,
          Fact.StepSkipped _,
          Fact.Said _,
          Fact.Misread _,
          Fact.Shown _,
          Fact.ArtifactShown _,
          Fact.ArtifactMissed _,
          Fact.Answered _,
          Fact.AskSkipped _,
          Fact.Undone _,
          Fact.WentStale _,
          Fact.DepthChanged _,
          Fact.BriefGiven _,
          Fact.SourceNoted _,
          Fact.DocumentsFound _,
          Fact.BriefRefused _,
          Fact.Consulted _,
          Fact.Proposed _,
          Fact.ProposalTaken _,
          Fact.ProposalLeft _,
          Fact.ArchitectChanged _,
          Fact.ArchitectSwitched _,
          Fact.TalkWanted _,
          Fact.TalkEnded _,
          Fact.Warned _,
          Fact.SectionKept _,
          Fact.Noted _,
          Fact.Acknowledged _,
          Fact.ConditionMet _,
          Fact.PolicyChanged _,
          Fact.Reminded _,
          Fact.Leaving _,
          Fact.Checked _,
          Fact.GateDecided _,
          Fact.GateVoided _,
          Fact.MenuAnswered _,
          Fact.SentBack _,
          Fact.RoleAssigned _,
          Fact.Stopped _,
          Fact.Published _,
          Fact.PublishRefused _ ->
          List.of();
    };
  }

  /** What was said meanwhile has no single sender; the owner answers for it. */
  private static PersonId asking(Sidecar after, Entry entry) {
    return entry.by().equals(Sender.PROGRAM) ? after.team().owner() : entry.by();
  }

  private static List<Effect> open(Sidecar sidecar) {
    return List.of(new Effect.OpenRepository(sidecar.id(), sidecar.repository().linked()));
  }

  /** The people of the sample do not exist, so nobody learns from what they decided. */
  private static List<Effect> remember(Sidecar sidecar, Entry entry) {
    return Sample.is(sidecar)
        ? List.of()
        : List.of(new Effect.Remember(sidecar.id(), entry.number()));
  }

  /** Rendered as of the end of the turn, so that the file says where the project went next. */
  private static List<Effect> publish(
      Workflow workflow,
      Sidecar after,
      Entry entry,
      Step step,
      String what,
      Map<String, List<String>> more) {
    Repository.Place place = after.repository().place();
    return place == null
        ? List.of()
        : List.of(
            new Effect.Publish(
                after.id(),
                place,
                after.number(),
                step.id(),
                "%s: %s %s".formatted(after.name(), what, step.title()),
                after.person(author(after, entry)),
                trailers(workflow, after, entry, step, more)));
  }

  /** What completes itself at the start is the work of whoever started the project. */
  private static PersonId author(Sidecar after, Entry entry) {
    return entry.by().equals(Sender.PROGRAM) ? after.team().initiator() : entry.by();
  }

  /** What the files of the whole project are committed with: the step that came to its end last. */
  private static Step latest(Workflow workflow, Sidecar after) {
    return workflow.steps().reversed().stream()
        .filter(step -> after.way().completed().contains(step.id()))
        .findFirst()
        .orElseGet(workflow::first);
  }

  private static String kept(Repository.Keep keep) {
    return switch (keep) {
      case OURS -> "ours";
      case THEIRS -> "theirs";
    };
  }

  /** A NO-GO leads away from its gate: that is the step of the visit before. */
  private static Step left(Workflow workflow, Sidecar after) {
    return workflow.step(after.way().visits().reversed().get(1).step());
  }

  private static Map<String, List<String>> trailers(
      Workflow workflow, Sidecar sidecar, Entry entry, Step step, Map<String, List<String>> more) {
    Map<String, List<String>> trailers = new LinkedHashMap<>();
    trailers.put("Aiwf-Project", List.of(sidecar.id().value()));
    trailers.put("Aiwf-Workflow", List.of(workflow.ref().id() + " " + workflow.ref().version()));
    trailers.put("Aiwf-Step", List.of(step.id()));
    List<String> decisions = new ArrayList<>();
    step.asks()
        .forEach(ask -> {
          if (ask.type() instanceof AskType.Decision decision
              && sidecar.answers().value(ask.id()) instanceof Value.Decision(var choice, _)) {
            decisions.add(decision.number() + " " + choice);
          }
        });
    put(trailers, "Aiwf-Decision", decisions);
    GateState gate = sidecar.gate(step.id());
    Verdict verdict = gate.verdict();
    if (verdict != null) {
      put(trailers, "Aiwf-Verdict", List.of(verdict.label()));
      put(
          trailers,
          "Aiwf-Approved-By",
          gate.signatures().stream()
              .map(s -> sidecar.nameOf(s.by()) + " (" + s.by() + ")")
              .toList());
      put(trailers, "Aiwf-Self-Approved", gate.selfApproved() ? List.of("true") : List.of());
    }
    new TreeMap<>(more).forEach((name, values) -> put(trailers, name, values));
    trailers.put("Aiwf-Command", List.of(entry.command()));
    return trailers;
  }

  private static void put(Map<String, List<String>> trailers, String name, List<String> values) {
    if (!values.isEmpty()) {
      trailers.put(name, values);
    }
  }
}
