package dev.aiwf.core.rules;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.project.Team;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starting, coming back, stopping, and who may do what. */
final class Starting {

  /** What is given as the repository by whoever wants the project to have one of its own. */
  private static final String OWN = "own";

  private Starting() {}

  static Outcome decide(
      Workflow workflow,
      @Nullable Sidecar sidecar,
      Command command,
      Sender.Human sender,
      Action.Start start) {
    if (holdsPassword(start)) {
      return Outcome.invalid("repository", Linking.PASSWORD);
    }
    return sidecar == null
        ? begin(command, sender, start)
        : comeBack(workflow, sidecar, sender, start);
  }

  private static boolean holdsPassword(Action.Start start) {
    return start.repository() != null && Linking.holdsPassword(start.repository());
  }

  private static Outcome begin(Command command, Sender.Human sender, Action.Start start) {
    String name = Clean.line(start.name());
    if (!ProjectId.of(name).equals(Optional.of(command.project()))) {
      return Outcome.invalid(
          "name", "A name needs a letter or a digit, and 60 characters at most.");
    }
    String brief = start.brief() == null ? "" : Clean.lines(start.brief());
    Optional<Outcome> tooLong = Remarking.tooLong(brief);
    if (tooLong.isPresent()) {
      return tooLong.get();
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact.Started(
            name,
            start.workflow(),
            start.depth(),
            linked(start.repository()),
            brief.isEmpty() ? null : MessageKeys.said(command.id())));
    if (sender.channel() != null) {
      facts.add(new Fact.ChannelJoined(sender.channel()));
    }
    return Outcome.of(facts);
  }

  private static Outcome comeBack(
      Workflow workflow, Sidecar sidecar, Sender.Human sender, Action.Start start) {
    List<Fact> facts = new ArrayList<>();
    boolean takesPart = Roles.has(sidecar, sender, Role.CONTRIBUTOR);
    if (sender.channel() != null) {
      // A project that is talked about nowhere yet may be brought to its first channel by anybody.
      if (!takesPart && !sidecar.team().channels().isEmpty()) {
        return Outcome.forbidden(
            "There is a project of that name, and it is talked about elsewhere. Ask %s to add you."
                .formatted(owner(sidecar)));
      }
      // Said again where it is joined already: what could not be shown there is shown then.
      facts.add(new Fact.ChannelJoined(sender.channel()));
    }
    switch (sidecar.status()) {
      case STOPPED, BLOCKED -> {
        if (!takesPart) {
          return Outcome.forbidden("Only somebody who takes part can start it again.");
        }
        if (start.repository() != null && sidecar.repository().place() == null) {
          facts.add(new Fact.RepositoryChosen(linked(start.repository())));
        }
        facts.add(new Fact.Resumed());
        Step stop = workflow.resume();
        if (stop != null && sidecar.status() == Status.STOPPED && sidecar.visit().isPresent()) {
          facts.add(new Fact.StepEntered(stop.id()));
        }
      }
      case OPENING, IN_PROGRESS, COMPLETE -> {}
    }
    return Outcome.of(facts);
  }

  /** What was named as the repository; none if it was said that the project is to have its own. */
  private static @Nullable String linked(@Nullable String repository) {
    return OWN.equals(repository) ? null : repository;
  }

  static Outcome stop(Sidecar sidecar, Sender.Human sender) {
    if (!Roles.has(sidecar, sender, Role.OWNER)) {
      return Outcome.forbidden(
          "Only its owner, %s, can stop the project.".formatted(owner(sidecar)));
    }
    return switch (sidecar.status()) {
      case STOPPED -> Outcome.conflict("The project is stopped already.");
      case COMPLETE -> Outcome.conflict("The project is complete; there is nothing to stop.");
      case OPENING, IN_PROGRESS, BLOCKED -> Outcome.of(new Fact.Stopped());
    };
  }

  static Outcome assign(Sidecar sidecar, Sender.Human sender, Action.Assign assign) {
    if (!Roles.has(sidecar, sender, Role.OWNER)) {
      return Outcome.forbidden("Only its owner, %s, assigns roles.".formatted(owner(sidecar)));
    }
    String id = Clean.line(assign.person().value());
    if (!id.matches("[a-z]+:.{1,200}")) {
      return Outcome.invalid(
          "assign.person",
          "A person is named like slack:T1:U2 or console:lead, not \"%s\"."
              .formatted(Clean.excerpt(id)));
    }
    PersonId meant = new PersonId(id);
    Optional<Team.Member> known = sidecar.team().member(meant);
    if (assign.role() == Role.OWNER && known.isEmpty()) {
      return Outcome.conflict(
          "A project is handed over to somebody who has taken part in it; %s has not."
              .formatted(Clean.excerpt(id)));
    }
    Person person =
        known
            .map(member -> new Person(meant, member.name(), member.verified()))
            .orElseGet(() -> new Person(meant, called(assign, id), false));
    return Outcome.of(new Fact.RoleAssigned(person, assign.role()));
  }

  private static String called(Action.Assign assign, String id) {
    String name = assign.name() == null ? "" : Clean.line(assign.name());
    return name.isEmpty() ? id.substring(id.lastIndexOf(':') + 1) : Clean.excerpt(name);
  }

  private static String owner(Sidecar sidecar) {
    return sidecar.nameOf(sidecar.team().owner());
  }
}
