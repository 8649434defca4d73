package dev.aiwf.discord;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.People;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way into the inbox. */
record Intake(Inbox inbox, Projects projects, People people) {

  /** Said to whoever finds the inbox full. */
  static final String BUSY =
      "aiwf is busy just now and did not take that. Nothing changed. Try again in a minute.";

  private static String origin(Asker asker) {
    return DiscordChannel.SURFACE + ":" + asker.guild();
  }

  /** What became of what came before under the same name. */
  Optional<Inbox.Settled> came(String guild, String event, ProjectId project) {
    return inbox.came(DiscordChannel.SURFACE + ":" + guild, event, project);
  }

  /** A channel of Discord's makes nobody a contributor; a role that was given one does. */
  private Set<Role> roles(Asker asker, ProjectId project) {
    return projects
        .find(project)
        .map(standing -> roles(standing.sidecar(), asker))
        .orElseGet(Set::of);
  }

  private static Set<Role> roles(Sidecar sidecar, Asker asker) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    sidecar
        .team()
        .members()
        .forEach((person, member) -> {
          if (DiscordChannel.roleOf(person).filter(asker.roles()::contains).isPresent()) {
            roles.addAll(member.roles());
          }
        });
    return roles;
  }

  /** Whether somebody is more than a reader there. */
  boolean takesPart(Asker asker, ProjectId project) {
    return projects
        .find(project)
        .map(Projects.Standing::sidecar)
        .filter(sidecar ->
            !roles(sidecar, asker).isEmpty()
                || Stream.concat(Stream.of(asker.person()), people.also(asker.person()).stream())
                    .anyMatch(person -> takesPart(sidecar, person)))
        .isPresent();
  }

  private static boolean takesPart(Sidecar sidecar, PersonId person) {
    return sidecar.team().owner().equals(person)
        || sidecar.team().member(person).filter(member -> !member.roles().isEmpty()).isPresent();
  }

  /**
   * Stores a command; when this returns it is on disk, and Discord may be told.
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
    Sender.Human sender = new Sender.Human(asker.known(), roles(asker, project), channel);
    return inbox.accept(new Inbox.Envelope(origin(asker), event, digest, project, sender, action));
  }
}
