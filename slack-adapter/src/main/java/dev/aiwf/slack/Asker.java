package dev.aiwf.slack;

import dev.aiwf.core.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks for something, and where.
 *
 * @param team the workspace
 * @param channel the channel
 * @param user the person, as Slack calls them
 * @param handle the name that came along, if one did
 * @param thread the thread in which an answer belongs; none for the channel itself
 */
record Asker(
    String team, String channel, String user, @Nullable String handle, @Nullable String thread) {

  /** Who they are to projects. */
  PersonId person() {
    return Nearby.person(team, user);
  }

  /** Whether they write to aiwf itself, where no project can live. */
  boolean alone() {
    return channel.startsWith("D");
  }
}
