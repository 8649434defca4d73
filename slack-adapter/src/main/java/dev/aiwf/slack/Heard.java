package dev.aiwf.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.File;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person typed, out of whichever event brought it.
 *
 * @param asker who, and in which thread
 * @param ts what Slack calls the message: one message can come in two events, as a message and as a
 *     mention, and is told by this
 * @param text what was typed, in Slack's own markup
 * @param bot who aiwf is in that workspace, if the event says so
 * @param mention whether the event is there because aiwf was addressed
 * @param files what was dropped with it
 */
record Heard(
    Asker asker, String ts, String text, @Nullable String bot, boolean mention, List<File> files) {

  /** Messages that programs post, aiwf among them, are nobody's words. */
  static Optional<Heard> ofMessage(EventsApiPayload<MessageEvent> payload) {
    MessageEvent event = payload.getEvent();
    return event.getBotId() != null || event.getEdited() != null
        ? Optional.empty()
        : heard(
            payload,
            event.getChannel(),
            event.getUser(),
            event.getThreadTs(),
            event.getTs(),
            event.getText());
  }

  static Optional<Heard> ofMention(EventsApiPayload<AppMentionEvent> payload) {
    AppMentionEvent event = payload.getEvent();
    return event.getBotId() != null || event.getEdited() != null
        ? Optional.empty()
        : heard(
            payload,
            event.getChannel(),
            event.getUser(),
            event.getThreadTs(),
            event.getTs(),
            event.getText());
  }

  static Optional<Heard> ofBroadcast(EventsApiPayload<MessageThreadBroadcastEvent> payload) {
    MessageThreadBroadcastEvent event = payload.getEvent();
    return heard(
        payload,
        event.getChannel(),
        event.getUser(),
        event.getThreadTs(),
        event.getTs(),
        event.getText());
  }

  static Optional<Heard> ofFileShare(EventsApiPayload<MessageFileShareEvent> payload) {
    MessageFileShareEvent event = payload.getEvent();
    return heard(
            payload,
            event.getChannel(),
            event.getUser(),
            event.getThreadTs(),
            event.getTs(),
            event.getText())
        .map(heard -> heard.with(event.getFiles()));
  }

  private Heard with(@Nullable List<File> dropped) {
    return new Heard(asker, ts, text, bot, mention, dropped == null ? List.of() : dropped);
  }

  private static Optional<Heard> heard(
      EventsApiPayload<?> payload,
      @Nullable String channel,
      @Nullable String user,
      @Nullable String thread,
      @Nullable String ts,
      @Nullable String text) {
    String bot = bot(payload.getAuthorizations());
    if (channel == null || user == null || ts == null || text == null || user.equals(bot)) {
      return Optional.empty();
    }
    Asker asker = new Asker(payload.getTeamId(), channel, user, null, thread);
    return Optional.of(
        new Heard(asker, ts, text, bot, payload.getEvent() instanceof AppMentionEvent, List.of()));
  }

  /** Each event names whom it was delivered to, so that nobody needs to be asked who aiwf is. */
  private static @Nullable String bot(@Nullable List<Authorization> authorizations) {
    return authorizations == null
        ? null
        : authorizations.stream()
            .filter(each -> Boolean.TRUE.equals(each.getIsBot()))
            .map(Authorization::getUserId)
            .findFirst()
            .orElse(null);
  }

  /** Whether aiwf was addressed, whichever of the two events this is. */
  boolean addressed() {
    return mention || (bot != null && text.contains("<@" + bot));
  }

  /** What was said, without the address. */
  String words() {
    return Typed.plain(said()).strip();
  }

  /** The same as Slack wrote it, with the ids of those who are named. */
  String said() {
    return bot == null || !text.contains("<@" + bot)
        ? text
        : text.replaceAll("<@" + bot + "(\\|[^>]*)?>", " ");
  }
}
