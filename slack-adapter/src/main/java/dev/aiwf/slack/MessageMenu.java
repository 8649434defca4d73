package dev.aiwf.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.model.Message;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.Projects;

/** The entry in a message's menu that puts the message down as an answer or a decision. */
record MessageMenu(SlackApi api, Projects projects, Whispers whispers, Door door) {

  private static final String NO_PROJECT =
      "That message stands in no project's thread, so there is nothing that it could answer.";
  private static final String NOTHING_ASKED =
      "Nothing is asked just now that it could answer. What was answered before is changed with"
          + " @aiwf revise.";

  void chosen(MessageShortcutPayload payload) {
    Message message = payload.getMessage();
    Asker asker =
        new Asker(
            payload.getTeam().getId(),
            payload.getChannel().getId(),
            payload.getUser().getId(),
            payload.getUser().getName(),
            message.getThreadTs());
    if (!door.open(asker)) {
      whispers.tell(asker, Content.of(Door.CLOSED));
      return;
    }
    Projects.Place place =
        asker.thread() == null
            ? null
            : projects.posted(SlackChannel.SURFACE, asker.channel(), asker.thread()).orElse(null);
    if (place == null) {
      whispers.tell(asker, Content.of(NO_PROJECT));
      return;
    }
    projects
        .find(place.project())
        .flatMap(
            standing -> RecordForm.view(standing, place, Typed.plain(message.getText()).strip()))
        .ifPresentOrElse(
            view -> Views.open(api, whispers, asker, payload.getTriggerId(), view),
            () -> whispers.tell(asker, Content.of(NOTHING_ASKED)));
  }
}
