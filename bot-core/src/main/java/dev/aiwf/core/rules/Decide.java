package dev.aiwf.core.rules;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers a command with facts or a refusal. It knows nothing but its arguments, so the same
 * command in the same state always comes to the same.
 */
public final class Decide {

  private Decide() {}

  /** What comes of a command, given the state, which there is none of before the start. */
  public static Outcome decide(Workflow workflow, @Nullable Sidecar sidecar, Command command) {
    Outcome outcome =
        switch (command.action()) {
          case Action.ByPerson action ->
              command.sender() instanceof Sender.Human human
                  ? byPerson(workflow, sidecar, command, human, action)
                  : Outcome.forbidden("Only a person can do this.");
          case Action.ByEffect action ->
              command.sender() instanceof Sender.Effect
                  ? Reports.decide(workflow, sidecar, command, action)
                  : Outcome.forbidden("Only the program itself reports this.");
        };
    return withSender(sidecar, command, withChannel(sidecar, command, outcome));
  }

  private static Outcome byPerson(
      Workflow workflow,
      @Nullable Sidecar sidecar,
      Command command,
      Sender.Human sender,
      Action.ByPerson action) {
    if (action instanceof Action.Start start) {
      return Starting.decide(workflow, sidecar, command, sender, start);
    }
    if (action instanceof Action.Join join) {
      return Joining.ask(sidecar, command, sender, join);
    }
    if (sidecar == null) {
      return new Outcome.Refused(
          new Refusal(Refusal.Kind.NOT_FOUND, "There is no such project.", null));
    }
    if (!Roles.has(sidecar, sender, Role.CONTRIBUTOR)) {
      return Outcome.forbidden(
          "You can read here. To take part, ask %s to add you as a contributor."
              .formatted(sidecar.nameOf(sidecar.team().owner())));
    }
    return switch (action) {
      case Action.Start _, Action.Join _ -> throw new IllegalStateException("handled above");
      case Action.LetIn(var asking) -> Joining.letIn(sidecar, sender, asking);
      case Action.KeepOut(var asking) -> Joining.keepOut(sidecar, sender, asking);
      case Action.Follow follow -> Joining.follow(sidecar, sender, follow);
      case Action.Assign assign -> Starting.assign(sidecar, sender, assign);
      case Action.Stop _ -> Starting.stop(sidecar, sender);
      case Action.Link link -> Linking.link(sidecar, sender, link);
      case Action.Resolve resolve -> Linking.resolve(sidecar, resolve);
      case Action.TakeUp(var head) -> Resuming.takeUp(workflow, sidecar, command, head);
      case Action.BeginAnew(var head) -> Resuming.beginAnew(workflow, sidecar, head);
      case Action.Show(var topic, var of) -> Outcome.of(Aside.fact(sidecar, topic, of));
      case Action.Say say -> Talking.say(workflow, sidecar, command, say);
      case Action.Choose choose -> at(workflow, sidecar, here -> Moving.choose(here, choose));
      case Action.Answer answer -> at(workflow, sidecar, here -> Answering.answer(here, answer));
      case Action.Skip skip -> at(workflow, sidecar, here -> Answering.skip(here, skip));
      case Action.Undo undo -> at(workflow, sidecar, here -> Answering.undo(here, undo));
      case Action.TakeRecommended take ->
          at(workflow, sidecar, here -> Answering.takeRecommended(here, take));
      case Action.Revise revise -> at(workflow, sidecar, here -> Revising.revise(here, revise));
      case Action.Check check -> at(workflow, sidecar, here -> Gating.check(here, check));
      case Action.Sign sign -> at(workflow, sidecar, here -> Gating.sign(here, sender, sign));
      case Action.ChangePolicy policy ->
          at(workflow, sidecar, here -> Adjusting.policy(here, sender, policy));
      case Action.ChangeDepth depth -> at(workflow, sidecar, here -> Adjusting.depth(here, depth));
      case Action.GiveBrief brief ->
          at(workflow, sidecar, here -> Remarking.brief(here, command, brief));
      case Action.NoteSource source ->
          at(workflow, sidecar, here -> Remarking.source(here, command, source));
      case Action.ReadBrief _ -> at(workflow, sidecar, here -> Remarking.readBrief(here.sidecar()));
      case Action.Consult consult -> at(workflow, sidecar, here -> Consulting.again(here, consult));
      case Action.TakeProposed(var proposal) ->
          at(workflow, sidecar, here -> Proposing.take(here, proposal));
      case Action.LeaveProposed(var proposal) ->
          at(workflow, sidecar, here -> Proposing.leave(here, proposal));
      case Action.Analyse analyse ->
          at(workflow, sidecar, here -> Conversing.analyse(here, command, analyse));
      case Action.StopTalk stop -> Conversing.stop(sidecar, stop);
      case Action.SwitchArchitect turn -> Conversing.turned(sidecar, turn);
      case Action.Note note -> at(workflow, sidecar, here -> Remarking.note(here, note));
      // Conditions are followed to their end, which may come after the project's.
      case Action.Meet meet ->
          sidecar.status() == Status.COMPLETE
              ? Remarking.meet(sidecar, meet)
              : at(workflow, sidecar, here -> Remarking.meet(here.sidecar(), meet));
      case Action.Acknowledge acknowledge ->
          at(workflow, sidecar, here -> Remarking.acknowledge(here, acknowledge));
    };
  }

  private static Outcome at(Workflow workflow, Sidecar sidecar, Here here) {
    return switch (sidecar.status()) {
      case OPENING ->
          Outcome.conflict(
              sidecar.repository().found() == null
                  ? "The repository is still being read. Try again in a moment."
                  : "A project lies in the repository already. Say first whether to take it up or"
                      + " to begin anew.");
      case BLOCKED ->
          Outcome.conflict(
              ("The project is blocked: %s Put that right and start it again by its name, or start"
                      + " it with the repository \"own\".")
                  .formatted(sidecar.repository().trouble()));
      case STOPPED ->
          Outcome.conflict("The project was stopped. Start it again by its name to go on.");
      case COMPLETE -> Outcome.conflict("The project is complete; nothing in it changes any more.");
      case IN_PROGRESS -> {
        Optional<Situation> situation = Situation.of(workflow, sidecar);
        yield situation.isPresent()
            ? here.decide(situation.get())
            : Outcome.conflict("The project has not begun yet.");
      }
    };
  }

  /** Where somebody does something, something can be shown again. */
  private static Outcome withChannel(@Nullable Sidecar sidecar, Command command, Outcome outcome) {
    if (sidecar == null
        || !(outcome instanceof Outcome.Accepted(var facts))
        || facts.isEmpty()
        || !(command.sender() instanceof Sender.Human(_, _, var channel, _))
        || channel == null
        || !sidecar.team().lost().containsKey(channel)
        || facts.contains(new Fact.ChannelJoined(channel))) {
      return outcome;
    }
    List<Fact> all = new ArrayList<>(facts);
    all.add(new Fact.ChannelJoined(channel));
    return Outcome.of(all);
  }

  /**
   * A new face is noted once, together with the first thing it did. Whoever only asks to be let in
   * is none yet: members learn of the project.
   */
  private static Outcome withSender(@Nullable Sidecar sidecar, Command command, Outcome outcome) {
    if (!(outcome instanceof Outcome.Accepted(var facts))
        || !(command.sender() instanceof Sender.Human(Person person, _, _, _))
        || (facts.isEmpty() && sidecar == null)
        || facts.stream().anyMatch(Fact.JoinAsked.class::isInstance)
        || (sidecar != null && known(sidecar, person))) {
      return outcome;
    }
    List<Fact> all = new ArrayList<>(facts);
    boolean begins = !facts.isEmpty() && facts.getFirst() instanceof Fact.Started;
    all.add(begins ? 1 : 0, new Fact.PersonSeen(person));
    return Outcome.of(all);
  }

  private static boolean known(Sidecar sidecar, Person person) {
    return sidecar
        .team()
        .member(person.id())
        .filter(m -> m.name().equals(person.name()) && m.verified() == person.verified())
        .isPresent();
  }

  private interface Here {
    Outcome decide(Situation here);
  }
}
