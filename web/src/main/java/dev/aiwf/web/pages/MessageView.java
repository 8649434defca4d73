package dev.aiwf.web.pages;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import java.util.List;

/**
 * A message as the page shows it.
 *
 * @param id names it on the page
 * @param seq changes when it does
 * @param author who said it
 * @param byPerson whether that is a person
 * @param at when, for machines
 * @param time when, for people
 * @param blocks what it says
 */
public record MessageView(
    String id,
    long seq,
    String author,
    boolean byPerson,
    String at,
    String time,
    List<Block> blocks) {

  static MessageView of(Sidecar sidecar, Message message) {
    PersonId by = message.by();
    return new MessageView(
        "m" + message.number(),
        message.seq(),
        by == null ? "aiwf" : sidecar.nameOf(by),
        by != null,
        message.at().toString(),
        Words.time(message.at()),
        message.content().blocks());
  }
}
