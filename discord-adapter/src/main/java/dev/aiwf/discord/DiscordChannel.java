package dev.aiwf.discord;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import java.util.Optional;

/**
 * A project's place in Discord: a thread of a channel, or a post of a forum. It is named by its
 * project, for Discord gives the thread an id only once its first message stands.
 *
 * @param guild the server
 * @param channel the channel or the forum
 * @param project the project
 */
record DiscordChannel(String guild, String channel, ProjectId project) {

  /** The surface's name, with which all its ids begin. */
  static final String SURFACE = "discord";

  private static final String ROLE = SURFACE + ":role:";

  static DiscordChannel of(ChannelId id) throws NotEver {
    return in(id).orElseThrow(() -> new NotEver(id + " is no place in Discord."));
  }

  /** None if it is another platform's. */
  static Optional<DiscordChannel> in(ChannelId id) {
    String[] parts = id.value().split(":", 4);
    return parts.length < 4 || !parts[0].equals(SURFACE)
        ? Optional.empty()
        : Optional.of(new DiscordChannel(parts[1], parts[2], new ProjectId(parts[3])));
  }

  ChannelId id() {
    return new ChannelId(String.join(":", SURFACE, guild, channel, project.value()));
  }

  /** Somebody is the same in every server. */
  static PersonId person(String user) {
    return new PersonId(SURFACE + ":" + user);
  }

  /** Everybody who has a role. */
  static PersonId role(String role) {
    return new PersonId(ROLE + role);
  }

  /** The role that stands for a group of people; none if it is a person. */
  static Optional<String> roleOf(PersonId person) {
    return person.value().startsWith(ROLE)
        ? Optional.of(person.value().substring(ROLE.length()))
        : Optional.empty();
  }

  /** Who a person is in Discord; none if they are nobody there. */
  static Optional<String> userOf(PersonId person) {
    String id = person.value().substring(person.value().indexOf(':') + 1);
    return person.surface().equals(SURFACE) && id.matches("\\d{1,20}")
        ? Optional.of(id)
        : Optional.empty();
  }
}
