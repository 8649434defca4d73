package dev.aiwf.core.rules;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One project in several places: asking to be let in, letting in, and how much is seen there. */
public final class Joining {

  /** Said whether or not there is such a project, for whoever asks may not know that. */
  public static final String ASKED =
      "If there is a project of that name, its owner is asked now. It appears here once they let"
          + " you in.";

  private static final int MOST_ASKING = 5;

  private Joining() {}

  /** There is no such project. */
  public static Refusal unknown() {
    return new Refusal(Refusal.Kind.NOT_FOUND, ASKED, null);
  }

  static Outcome ask(
      @Nullable Sidecar sidecar, Command command, Sender.Human sender, Action.Join join) {
    if (sidecar == null) {
      return new Outcome.Refused(unknown());
    }
    Team team = sidecar.team();
    ChannelId channel = sender.channel();
    if (Roles.has(sidecar, sender, Role.CONTRIBUTOR)) {
      return channel == null || team.channels().contains(channel)
          ? Outcome.conflict("You take part in it already.")
          : Outcome.of(new Fact.ChannelJoined(channel));
    }
    boolean waits =
        team.asking().stream()
            .anyMatch(asking ->
                sender.is(asking.person().id())
                    || (channel != null && channel.equals(asking.channel())));
    // Neither is told apart from a project that is not there.
    return waits || team.asking().size() >= MOST_ASKING
        ? new Outcome.Refused(new Refusal(Refusal.Kind.CONFLICT, ASKED, null))
        : Outcome.of(
            new Fact.JoinAsked(
                command.id(), sender.person(), channel, Clean.excerpt(join.where())));
  }

  static Outcome letIn(Sidecar sidecar, Sender.Human sender, String id) {
    return answered(sidecar, sender, id, true);
  }

  static Outcome keepOut(Sidecar sidecar, Sender.Human sender, String id) {
    return answered(sidecar, sender, id, false);
  }

  private static Outcome answered(Sidecar sidecar, Sender.Human sender, String id, boolean letIn) {
    if (!Roles.has(sidecar, sender, Role.OWNER)) {
      return Outcome.forbidden(
          "Only its owner, %s, lets somebody in."
              .formatted(sidecar.nameOf(sidecar.team().owner())));
    }
    Optional<Team.Asking> asking = sidecar.team().asking(id);
    if (asking.isEmpty()) {
      return Outcome.conflict("That was answered already.");
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.JoinAnswered(id, letIn));
    if (letIn) {
      Team.Asking who = asking.get();
      facts.add(new Fact.RoleAssigned(who.person(), Role.CONTRIBUTOR));
      if (who.channel() != null) {
        facts.add(new Fact.ChannelJoined(who.channel()));
      }
    }
    return Outcome.of(facts);
  }

  static Outcome follow(Sidecar sidecar, Sender.Human sender, Action.Follow follow) {
    ChannelId channel = sender.channel();
    if (channel == null || !sidecar.team().channels().contains(channel)) {
      return Outcome.conflict("Say that in the channel it is meant for.");
    }
    return sidecar.team().level(channel) == follow.level()
        ? Outcome.conflict("It is so already.")
        : Outcome.of(new Fact.Followed(channel, follow.level()));
  }
}
