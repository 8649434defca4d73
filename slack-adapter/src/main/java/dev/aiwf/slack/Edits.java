package dev.aiwf.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.surface.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are edited or deleted after something was recorded from them. What was recorded
 * stands, for others may have gone on from it; whoever edited is told so, and how to change it.
 */
record Edits(Intake intake, Projects projects, Whispers whispers, Recent told) {

  void changed(EventsApiPayload<MessageChangedEvent> payload) {
    MessageChangedEvent event = payload.getEvent();
    MessageChangedEvent.Message now = event.getMessage();
    // A thread that grows and a link that is unfurled change a message too, and nobody's words.
    if (now != null && now.getEdited() != null && told.first(now.getEdited().getTs())) {
      tell(
          payload.getTeamId(),
          event.getChannel(),
          now.getUser(),
          now.getThreadTs(),
          now.getTs(),
          "edited");
    }
  }

  void deleted(EventsApiPayload<MessageDeletedEvent> payload) {
    MessageDeletedEvent event = payload.getEvent();
    MessageDeletedEvent.Message before = event.getPreviousMessage();
    if (before != null) {
      tell(
          payload.getTeamId(),
          event.getChannel(),
          before.getUser(),
          before.getThreadTs(),
          before.getTs(),
          "deleted");
    }
  }

  private void tell(
      String team,
      @Nullable String channel,
      @Nullable String user,
      @Nullable String thread,
      @Nullable String ts,
      String what) {
    if (channel == null || user == null || thread == null || ts == null) {
      return;
    }
    Asker asker = new Asker(team, channel, user, null, thread);
    projects
        .posted(SlackChannel.SURFACE, channel, thread)
        .flatMap(place ->
            intake
                .came(asker, Talk.event(asker, ts), place.project())
                .flatMap(settled -> Recorded.from(projects, place.project(), settled)))
        .ifPresent(recorded -> whispers.tell(asker, recorded.stands(what)));
  }
}
