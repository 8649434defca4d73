package dev.aiwf.slack;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way into the inbox. Who comes from Slack is a member of the channel, and so contributes. */
record Intake(Inbox inbox, People people) {

  /** Said to whoever finds the inbox full. */
  static final String BUSY =
      "aiwf is busy just now and did not take that. Nothing changed. Try again in a minute.";

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
    Sender.Human sender =
        new Sender.Human(
            people.person(asker.team(), asker.user(), asker.handle()),
            Set.of(Role.CONTRIBUTOR),
            channel);
    return inbox.accept(
        new Inbox.Envelope(
            SlackChannel.SURFACE + ":" + asker.team(), event, digest, project, sender, action));
  }
}
