package dev.aiwf.core.project;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.workflow.Depth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Folds facts into the sidecar. It needs no workflow: a fact says all that it changes. */
public final class Evolve {

  private Evolve() {}

  /** The state after all of these facts, or none if there are none. */
  public static @Nullable Sidecar fold(ProjectId project, Iterable<Entry> journal) {
    Sidecar sidecar = null;
    for (Entry entry : journal) {
      sidecar = evolve(project, sidecar, entry);
    }
    return sidecar;
  }

  /** The state after one more fact. */
  public static Sidecar evolve(ProjectId project, @Nullable Sidecar before, Entry entry) {
    if (entry.fact() instanceof Fact.Started started) {
      return begin(project, started, entry);
    }
    if (before == null) {
      throw new IllegalStateException("a journal begins with Started, not with " + entry.fact());
    }
    if (entry.number() != before.number() + 1) {
      throw new IllegalStateException(
          "fact " + entry.number() + " of " + project + " comes after " + before.number());
    }
    return new Folding(before, entry).apply(entry.fact());
  }

  /** The state after more facts, all of one command. */
  public static Sidecar with(
      Sidecar before, List<Fact> facts, PersonId by, Instant at, String command) {
    Sidecar after = before;
    for (Fact fact : facts) {
      after = evolve(after.id(), after, new Entry(after.number() + 1, fact, by, at, command));
    }
    return after;
  }

  private static Sidecar begin(ProjectId project, Fact.Started started, Entry entry) {
    return new Sidecar(
        project,
        started.name(),
        started.workflow(),
        started.depth(),
        Status.OPENING,
        entry.number(),
        entry.at(),
        entry.at(),
        Team.of(entry.by()),
        Repository.named(started.repository()),
        Way.START,
        Answers.NONE,
        Map.of(),
        started.brief() == null ? Remarks.NONE : Remarks.NONE.withBrief(started.brief()),
        Findings.NONE,
        Conversation.NONE);
  }

  /** One fact's work on the parts of a sidecar. */
  private static final class Folding {
    private final Sidecar before;
    private final Entry entry;
    private Status status;
    private Depth depth;
    private Team team;
    private Repository repository;
    private Way way;
    private Answers answers;
    private Map<String, GateState> gates;
    private Remarks remarks;
    private Findings findings;
    private Conversation conversation;

    Folding(Sidecar before, Entry entry) {
      this.before = before;
      this.entry = entry;
      status = before.status();
      depth = before.depth();
      team = before.team();
      repository = before.repository();
      way = before.way();
      answers = before.answers();
      gates = before.gates();
      remarks = before.remarks();
      findings = before.findings();
      conversation = before.conversation();
    }

    Sidecar apply(Fact fact) {
      Instant at = entry.at();
      switch (fact) {
        case Fact.Started _ -> throw new IllegalStateException("a project starts once");
        case Fact.PersonSeen(Person person) -> team = team.seen(person);
        case Fact.ChannelJoined(var channel) -> team = team.joined(channel);
        case Fact.JoinAsked(var id, var person, var channel, var where) ->
            team = team.asked(new Team.Asking(id, person, channel, where, at));
        case Fact.JoinAnswered(var id, _) -> team = team.answered(id);
        case Fact.ChannelLost(var channel, var reason) -> team = team.lost(channel, reason);
        case Fact.Followed(var channel, var level) -> team = team.following(channel, level);
        case Fact.RepositoryChosen(var linked) -> repository = repository.chosen(linked);
        case Fact.RepositoryOpened(var address, var branch, var folder) -> {
          repository = repository.opened(new Repository.Place(address, branch, folder));
          status = Status.IN_PROGRESS;
        }
        case Fact.SidecarFound(var place, var found) ->
            repository = repository.found(new Repository.Found(place, found));
        case Fact.BegunAnew(var source) ->
            repository =
                repository.begun(
                    new Repository.Origin(source.path(), source.bot(), null, entry.number()));
        case Fact.Imported(var content) -> imported(content);
        case Fact.RepositoryRefused(var reason) -> {
          repository = repository.refused(reason);
          status = Status.BLOCKED;
        }
        case Fact.Linking(var address) -> repository = repository.linking(address);
        case Fact.Moved(var place) -> repository = repository.moved(place);
        case Fact.LinkRefused _ -> repository = repository.linking(null);
        case Fact.Resolved(var resolution) -> repository = repository.settled(resolution);
        case Fact.StepEntered(var step) -> way = way.entered(step, at);
        case Fact.StepSkipped(var step, var reason) -> way = way.skipped(step, reason);
        case Fact.Said _, Fact.Misread _, Fact.ArtifactWanted _ -> {}
        case Fact.Shown _, Fact.ArtifactShown _, Fact.ArtifactMissed _, Fact.Warned _ ->
            shownAgain();
        case Fact.ArchitectChanged(var model) -> conversation = conversation.with(model);
        case Fact.ArchitectSwitched(var on) -> conversation = conversation.switched(on);
        case Fact.TalkBegun(var talk, var about) ->
            conversation =
                conversation.begun(
                    new Conversation.Running(talk, before.visitNumber(), about, false));
        case Fact.TalkWanted _ -> conversation = conversation.calledAgain();
        case Fact.TalkStopped _ -> conversation = conversation.stopping();
        case Fact.TalkEnded ended -> {
          conversation = conversation.ended(ended.spent(), ended.trouble());
          shownAgain();
        }
        case Fact.SectionKept(var section, var text) ->
            conversation =
                conversation.keeping(section, new Conversation.Section(text, entry.by(), at));
        case Fact.DepthChanged(var changed) -> depth = changed;
        case Fact.BriefGiven(var message) -> remarks = remarks.withBrief(message);
        case Fact.SourceNoted(var message) -> remarks = remarks.sourced(message);
        case Fact.DocumentsFound(var paths) -> remarks = remarks.offering(paths);
        case Fact.BriefWanted _ -> remarks = remarks.offering(List.of());
        case Fact.BriefRefused _ -> {}
        case Fact.Consulted(var step, var came, var since, _) ->
            findings = findings.came(step, came, since);
        case Fact.KnowledgeMissed _ -> findings = findings.missedAgain();
        case Fact.ConsultWanted _ -> {}
        case Fact.Proposed(var proposal) -> remarks = remarks.proposed(proposal);
        case Fact.ProposalTaken(var proposal) -> remarks = remarks.settled(proposal);
        case Fact.ProposalLeft(var proposal) -> remarks = remarks.settled(proposal);
        case Fact.Noted(var ask, var method, var text) ->
            remarks = remarks.noted(new Remarks.Note(ask, method, text, entry.by(), at));
        case Fact.Acknowledged(var warning, var mitigation) ->
            remarks =
                remarks.acknowledged(
                    warning, new Remarks.Acknowledgement(mitigation, entry.by(), at));
        case Fact.ConditionMet(var step, var condition, var how) ->
            gates =
                Ordered.with(
                    gates,
                    step,
                    gateOf(step).conditionMet(condition, new GateState.Met(how, entry.by(), at)));
        case Fact.PolicyChanged(var step, var policy, var reason) ->
            team = team.stricter(step, new Team.Stricter(policy, reason, entry.by(), at));
        case Fact.Reminded(_, var count) -> way = way.reminded(count);
        case Fact.Leaving(_, var wanted) -> way = way.leaving(wanted);
        case Fact.Answered answered -> {
          answers = answers.answered(answered.ask(), answer(answered));
          remarks = remarks.withoutAdvice(answered.ask());
        }
        case Fact.AskSkipped(var ask) ->
            answers = answers.leftOpen(ask, entry.command(), entry.by());
        case Fact.Undone(var command) -> answers = answers.undone(command);
        case Fact.WentStale(var ask, var because) ->
            answers = answers.stale(ask, because, entry.command(), entry.by());
        case Fact.Checked(var item, var checked) ->
            atGate(gate ->
                checked
                    ? gate.checked(item, new GateState.Check(entry.by(), at))
                    : gate.unchecked(item));
        case Fact.Signed(var verdict, var reason, var conditions, var returnTo, var also) ->
            atGate(gate ->
                gate.signed(
                    new GateState.Signature(
                        entry.by(), at, verdict, reason, conditions, returnTo, also)));
        case Fact.GateDecided decided ->
            gates =
                Ordered.with(gates, decided.step(), gateOf(decided.step()).decided(decided, at));
        case Fact.GateVoided(var step, _) ->
            gates = Ordered.with(gates, step, gateOf(step).voided());
        case Fact.MenuAnswered(_, var choice) ->
            way = way.answered(new Way.MenuAnswer(choice, entry.by(), at));
        case Fact.StepCompleted(var step) -> {
          way = way.completed(step);
          findings = findings.closed();
          answers = answers.closed();
        }
        case Fact.SentBack(var steps, _) -> {
          way = way.reopened(steps);
          answers = answers.closed();
        }
        case Fact.RoleAssigned(var person, var role) -> team = team.assigned(person, role);
        case Fact.Stopped _ -> status = Status.STOPPED;
        case Fact.Resumed _ ->
            status = way.visits().isEmpty() ? Status.OPENING : Status.IN_PROGRESS;
        case Fact.Completed _ -> status = Status.COMPLETE;
        case Fact.Published published ->
            repository =
                repository.committed(
                    new Repository.Commit(
                        published.step(), published.commit(), published.files(), at),
                    published.collisions(),
                    published.elsewhere());
        case Fact.PublishRefused(_, var reason) -> repository = repository.refused(reason);
      }
      return done();
    }

    /** What was read out of somebody's words is theirs, whoever read it. */
    private Answers.Answer answer(Fact.Answered answered) {
      Fact.Basis basis = answered.basis();
      PersonId by = basis == null || basis.by() == null ? entry.by() : basis.by();
      return new Answers.Answer(
          answered.value(),
          answered.via(),
          by,
          entry.at(),
          entry.command(),
          entry.number(),
          List.of(),
          basis);
    }

    private void shownAgain() {
      way = way.visits().isEmpty() ? way : way.shownAgain();
    }

    private void imported(Import content) {
      Instant at = entry.at();
      Import.Source source = content.source();
      repository =
          repository.begun(
              new Repository.Origin(source.path(), source.bot(), content.more(), entry.number()));
      depth = content.depth() == null ? depth : content.depth();
      way = way.imported(content.completed());
      for (Import.Answer answer : content.answers()) {
        answers =
            answers.answered(
                answer.ask(),
                new Answers.Answer(
                    answer.value(),
                    Fact.Via.IMPORTED,
                    entry.by(),
                    at,
                    entry.command(),
                    entry.number(),
                    answer.staleBecause(),
                    null));
      }
      for (String ask : content.left()) {
        answers = answers.leftOpen(ask, entry.command(), entry.by());
      }
      answers = answers.closed();
      for (Import.Note note : content.notes()) {
        remarks =
            remarks.noted(new Remarks.Note(note.ask(), note.method(), note.text(), entry.by(), at));
      }
      content
          .met()
          .forEach((warning, mitigation) ->
              remarks =
                  remarks.acknowledged(
                      warning, new Remarks.Acknowledgement(mitigation, entry.by(), at)));
    }

    private void atGate(UnaryOperator<GateState> change) {
      String step = way.visits().getLast().step();
      gates = Ordered.with(gates, step, change.apply(gateOf(step)));
    }

    private GateState gateOf(String step) {
      return gates.getOrDefault(step, GateState.UNTOUCHED);
    }

    private Sidecar done() {
      return new Sidecar(
          before.id(),
          before.name(),
          before.workflow(),
          depth,
          status,
          entry.number(),
          before.created(),
          entry.at(),
          team,
          repository,
          way,
          answers,
          gates,
          remarks,
          findings,
          conversation);
    }
  }
}
