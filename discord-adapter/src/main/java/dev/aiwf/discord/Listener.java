package dev.aiwf.discord;

import java.util.Optional;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.Interaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of Discord's events is answered by whom. */
record Listener(
    Handover handover,
    Tokens tokens,
    SlashCommands commands,
    Completions completions,
    Presses presses,
    Submissions submissions,
    RecordMenu records,
    Talk talk,
    Edits edits)
    implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  @Override
  public void onEvent(GenericEvent event) {
    switch (event) {
      case ReadyEvent ready -> Registration.register(ready.getJDA());
      case SlashCommandInteractionEvent typed -> by(typed, asker -> commands.typed(typed, asker));
      case CommandAutoCompleteInteractionEvent typing ->
          by(typing, asker -> completions.typing(typing, asker));
      case MessageContextInteractionEvent chosen ->
          by(chosen, asker -> records.chosen(chosen, asker));
      case ButtonInteractionEvent pressed ->
          by(pressed, asker -> presses.pressed(pressed, asker, pressed.getComponentId()));
      case StringSelectInteractionEvent chosen ->
          by(chosen, asker -> presses.pressed(chosen, asker, String.join("", chosen.getValues())));
      case ModalInteractionEvent sent -> by(sent, asker -> submissions.submitted(sent, asker));
      case MessageReceivedEvent said ->
          Heard.of(said.getMessage())
              .ifPresent(
                  heard -> handover.inOrder(said.getChannel().getId(), () -> talk.said(heard)));
      case MessageUpdateEvent changed -> {
        var edited = changed.getMessage().getTimeEdited();
        // A link that is shown larger changes a message too, and nobody's words.
        if (edited != null && !changed.getAuthor().isBot()) {
          handover.inOrder(
              changed.getChannel().getId(),
              () -> edits.changed(changed.getChannel(), changed.getMessageId(), edited.toString()));
        }
      }
      case MessageDeleteEvent deleted ->
          handover.inOrder(
              deleted.getChannel().getId(),
              () -> edits.deleted(deleted.getChannel(), deleted.getMessageId()));
      case GuildLeaveEvent left ->
          LOG.warn(
              "aiwf was taken out of the Discord server {}. Its projects go on elsewhere;"
                  + " ./aiwf setup discord prints the link that brings it back.",
              left.getGuild().getName());
      default -> {}
    }
  }

  /** Nothing is asked outside of a server where aiwf is. */
  private void by(Interaction event, Consumer<Asker> answer) {
    Optional<Asker> asker = asker(event);
    asker.ifPresent(who -> {
      tokens.keep(who.channel(), who.user(), event.getToken());
      handover.now(() -> answer.accept(who));
    });
  }

  private static Optional<Asker> asker(Interaction event) {
    Member member = event.getMember();
    Channel channel = event.getChannel();
    return member == null || channel == null || member.getGuild().isDetached()
        ? Optional.empty()
        : Optional.of(Asker.of(member, channel, Asker.COMMAND));
  }
}
