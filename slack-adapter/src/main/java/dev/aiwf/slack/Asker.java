package dev.aiwf.slack;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.surface.Asking;
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
    String team, String channel, String user, @Nullable String handle, @Nullable String thread)
    implements Asking {

  /** Who a person of a workspace is to projects. */
  static PersonId person(String team, String user) {
    return new PersonId(String.join(":", SlackChannel.SURFACE, team, user));
  }

  @Override
  public PersonId person() {
    return person(team, user);
  }

  @Override
  public ChannelId channel(ProjectId project) {
    return new SlackChannel(team, channel, project).id();
  }

  @Override
  public boolean inThread() {
    return thread != null;
  }

  /** Slack takes no commands in threads. */
  @Override
  public String prefix() {
    return inThread() ? "@aiwf " : "/aiwf ";
  }

  @Override
  public boolean alone() {
    return channel.startsWith("D");
  }
}
