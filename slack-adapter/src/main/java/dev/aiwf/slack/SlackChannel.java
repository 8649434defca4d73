package dev.aiwf.slack;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import java.util.Optional;

/**
 * A project's place in Slack: a thread of a channel. The thread is named by its project, for Slack
 * gives it a name only once its first message stands.
 *
 * @param team the workspace
 * @param channel the channel
 * @param project the project
 */
record SlackChannel(String team, String channel, ProjectId project) {

  /** The surface's name, with which all its ids begin. */
  static final String SURFACE = "slack";

  static SlackChannel of(ChannelId id) throws NotEver {
    return in(id).orElseThrow(() -> new NotEver(id + " is no place in Slack."));
  }

  /** None if it is another platform's. */
  static Optional<SlackChannel> in(ChannelId id) {
    String[] parts = id.value().split(":", 4);
    return parts.length < 4 || !parts[0].equals(SURFACE)
        ? Optional.empty()
        : Optional.of(new SlackChannel(parts[1], parts[2], new ProjectId(parts[3])));
  }

  ChannelId id() {
    return new ChannelId(String.join(":", SURFACE, team, channel, project.value()));
  }
}
