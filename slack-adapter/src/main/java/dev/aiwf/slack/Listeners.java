package dev.aiwf.slack;

import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.surface.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of Slack's requests is answered by whom. */
record Listeners(
    SlashCommands commands,
    Presses presses,
    Submissions submissions,
    Talk talk,
    Edits edits,
    MessageMenu menu,
    Home home) {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  /**
   * Bolt with no middleware at all. Its own would call auth.test before a listener runs, once at
   * the start and again every ten minutes, so that an outage of Slack's API would keep commands
   * out; its check of signatures is ours; its filter for the bot's own events needs auth.test too,
   * and {@link Talk} takes people's messages only. Whose app it is, the signature says.
   */
  App app(SlackApi api, String botToken) {
    AppConfig config =
        AppConfig.builder()
            .slack(api.client())
            .singleTeamBotToken(botToken)
            // Bolt would take these from the environment, and then act for many workspaces.
            .clientId(null)
            .clientSecret(null)
            // Events that no listener is for are no errors.
            .allEventsApiAutoAckEnabled(true)
            .build();
    App app = new App(config, api.client(), List.of());
    app.command(ANY, (request, context) -> command(commands.answer(request.getPayload()), context));
    app.blockAction(
        ANY,
        (request, context) -> {
          presses.pressed(request.getPayload());
          return context.ack();
        });
    app.viewSubmission(
        ANY, (request, context) -> form(submissions.submitted(request.getPayload()), context));
    app.event(AppMentionEvent.class, (event, context) -> said(Heard.ofMention(event), context));
    app.event(MessageEvent.class, (event, context) -> said(Heard.ofMessage(event), context));
    app.event(
        MessageThreadBroadcastEvent.class,
        (event, context) -> said(Heard.ofBroadcast(event), context));
    app.event(
        MessageFileShareEvent.class, (event, context) -> said(Heard.ofFileShare(event), context));
    app.event(
        MessageChangedEvent.class,
        (event, context) -> {
          edits.changed(event);
          return context.ack();
        });
    app.event(
        MessageDeletedEvent.class,
        (event, context) -> {
          edits.deleted(event);
          return context.ack();
        });
    app.messageShortcut(
        ANY,
        (request, context) -> {
          menu.chosen(request.getPayload());
          return context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (event, context) -> {
          if ("home".equals(event.getEvent().getTab())) {
            home.opened(new Asker(event.getTeamId(), "D", event.getEvent().getUser(), null, null));
          }
          return context.ack();
        });
    app.event(AppUninstalledEvent.class, (_, context) -> gone(context, "The app was taken out"));
    app.event(TokensRevokedEvent.class, (_, context) -> gone(context, "A token was revoked"));
    return app;
  }

  /** Said once, in words; each call that fails from here on says the same in Slack's. */
  private static Response gone(EventContext context, String what) {
    LOG.error(
        "Slack: {} of the workspace. Projects go on elsewhere; ./aiwf setup slack connects it"
            + " again.",
        what);
    return context.ack();
  }

  private static Response command(Reply reply, SlashCommandContext context) {
    Drawing drawing = new Drawing(context.getTeamId(), person -> person.value());
    return context.ack(
        SlashCommandResponse.builder()
            .responseType("ephemeral")
            .text(Texts.fallback(reply.content().text()))
            .blocks(drawing.blocks(reply))
            .build());
  }

  private static Response form(Map<String, String> errors, ViewSubmissionContext context) {
    return errors.isEmpty() ? context.ack() : context.ackWithErrors(errors);
  }

  /**
   * What was said and can't be stored is not acknowledged: Slack then brings it again, at once,
   * after a minute and after five.
   */
  private Response said(Optional<Heard> heard, EventContext context) {
    if (heard.isEmpty()) {
      return context.ack();
    }
    try {
      talk.said(heard.get());
      return context.ack();
    } catch (Inbox.Busy e) {
      Integer retry = context.getRetryNum();
      if (retry != null && retry >= Talk.LAST_RETRY) {
        talk.givenUp(heard.get());
      }
      throw new NotTaken(e);
    }
  }
}
