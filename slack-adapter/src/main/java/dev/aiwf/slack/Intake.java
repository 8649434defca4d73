package dev.aiwf.slack;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way into the inbox. */
record Intake(Inbox inbox, Projects projects, Names names, Groups groups) {

  /** Said to whoever finds the inbox full. */
  static final String BUSY =
      "aiwf is busy just now and did not take that. Nothing changed. Try again in a minute.";

  /** Who comes from Slack is a member of the channel, and may be in a group that has a role. */
  private Set<Role> roles(Asker asker, ProjectId project) {
    Set<Role> roles = EnumSet.of(Role.CONTRIBUTOR);
    projects
        .find(project)
        .ifPresent(
            standing -> roles.addAll(groups.roles(standing.sidecar(), asker.team(), asker.user())));
    return roles;
  }

  /** What became of what came before under the same name. */
  Optional<Inbox.Settled> came(Asker asker, String event, ProjectId project) {
    return inbox.came(origin(asker), event, project);
  }

  private static String origin(Asker asker) {
    return SlackChannel.SURFACE + ":" + asker.team();
  }

  /** Who asks, as Slack vouches for it. */
  Person self(Asker asker) {
    return names.person(asker.team(), asker.user(), asker.handle());
  }

  /**
   * Stores a command; when this returns it is on disk, and Slack may be told.
   *
   * @param event what a repeated delivery has in common with the first
   */
  Inbox.Receipt accept(
      Asker asker,
      String event,
      @Nullable String digest,
      ProjectId project,
      ChannelId channel,
      Action action)
      throws Inbox.Busy {
    Sender.Human sender = new Sender.Human(self(asker), roles(asker, project), channel);
    return inbox.accept(new Inbox.Envelope(origin(asker), event, digest, project, sender, action));
  }
}
