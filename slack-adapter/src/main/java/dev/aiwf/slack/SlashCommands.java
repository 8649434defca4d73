package dev.aiwf.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.surface.Commands;
import dev.aiwf.core.surface.Reply;

/** What is typed after {@code /aiwf}. */
record SlashCommands(Commands<Asker> commands, Door door) {

  Reply answer(SlashCommandPayload payload) {
    Asker asker =
        new Asker(
            payload.getTeamId(),
            payload.getChannelId(),
            payload.getUserId(),
            payload.getUserName(),
            null);
    if (!door.open(asker)) {
      return Reply.of(Door.CLOSED);
    }
    try {
      // A command has no event id; its trigger is made once, however often it is delivered.
      return commands.asked(
          asker,
          payload.getText() == null ? "" : payload.getText(),
          "command:" + payload.getTriggerId());
    } catch (Inbox.Busy e) {
      return Reply.of(Intake.BUSY);
    }
  }
}
