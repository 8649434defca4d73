package dev.aiwf.discord;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.surface.Reply;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The acknowledgement that Discord waits for: one, within three seconds, after what was asked for
 * is on disk. If it comes too late Discord says that something failed; nothing is lost with it.
 */
final class Acks {

  private static final Logger LOG = LoggerFactory.getLogger(Acks.class);

  private Acks() {}

  /** It was taken; the thread shows what came of it. */
  static void taken(IMessageEditCallback event) {
    send(event.deferEdit());
  }

  /** Something that they alone are told. */
  static void say(IReplyCallback event, Reply reply) {
    send(event.reply(Drawing.drawn(reply, PersonId::value).data()).setEphemeral(true));
  }

  /** A form opens. */
  static void open(IModalCallback event, Modal modal) {
    send(event.replyModal(modal));
  }

  static void send(RestAction<?> answer) {
    answer.queue(
        _ -> {}, failure -> LOG.info("An acknowledgement was lost: {}", failure.getMessage()));
  }
}
