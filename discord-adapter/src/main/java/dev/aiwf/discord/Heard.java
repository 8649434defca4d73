package dev.aiwf.discord;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Role;

/**
 * Something that a person typed.
 *
 * @param asker who, and where
 * @param id what Discord calls the message
 * @param said what was typed without aiwf's name, with the ids and names of those who are named
 * @param addressed whether aiwf was named
 * @param files what was dropped with it
 */
record Heard(
    Asker asker, String id, String said, boolean addressed, List<Message.Attachment> files) {

  Heard {
    files = List.copyOf(files);
  }

  /** Messages that programs post, aiwf among them, are nobody's words. */
  static Optional<Heard> of(Message message) {
    Member member = message.getMember();
    if (member == null
        || message.getAuthor().isBot()
        || message.isWebhookMessage()
        || message.getType().isSystem()
        || !message.hasChannel()) {
      return Optional.empty();
    }
    String raw = message.getContentRaw();
    String without = withoutName(message, raw);
    return Optional.of(
        new Heard(
            Asker.of(member, message.getChannel(), Asker.MENTION),
            message.getId(),
            named(message, without).strip(),
            !without.equals(raw),
            message.getAttachments()));
  }

  /** People take the role that Discord makes for a bot for the bot itself. */
  private static String withoutName(Message message, String raw) {
    String without = raw.replaceAll("<@!?" + message.getJDA().getSelfUser().getId() + ">", " ");
    return Optional.ofNullable(message.getGuild().getBotRole())
        .map(ISnowflake::getId)
        .map(role -> without.replace("<@&" + role + ">", " "))
        .orElse(without);
  }

  private static String named(Message message, String text) {
    String named = text;
    for (Member each : message.getMentions().getMembers()) {
      named =
          named.replaceAll(
              "<@!?" + each.getId() + ">",
              Matcher.quoteReplacement(Typed.person(each.getId(), each.getEffectiveName())));
    }
    for (Role each : message.getMentions().getRoles()) {
      named = named.replace("<@&" + each.getId() + ">", Typed.role(each.getId(), each.getName()));
    }
    return named;
  }

  /** The words as people saw them. */
  String words() {
    return Typed.plain(said).strip();
  }

  /** What a repeated delivery has in common with the first. */
  static String event(String channel, String id) {
    return "message:" + channel + ":" + id;
  }
}
