package dev.aiwf.web.pages;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as the page shows it.
 *
 * @param id names it on the page
 * @param seq changes when it does
 * @param kind what sort of message it is
 * @param author who said it
 * @param byPerson whether that is a person
 * @param at when, for machines
 * @param time when, for people
 * @param follows whether the same one said what stands above it
 * @param html what somebody wrote, as they would see it written; none where it is no text alone
 * @param blocks what it says
 */
public record MessageView(
    String id,
    long seq,
    String kind,
    String author,
    boolean byPerson,
    String at,
    String time,
    boolean follows,
    @Nullable String html,
    List<Block> blocks) {

  static MessageView of(Sidecar sidecar, Message message, @Nullable Message above) {
    PersonId by = message.by();
    return new MessageView(
        "m" + message.number(),
        message.seq(),
        message.key().split(":", 2)[0],
        by == null ? "aiwf" : sidecar.nameOf(by),
        by != null,
        message.at().toString(),
        Words.time(message.at()),
        above != null && Objects.equals(above.by(), by),
        by == null ? null : written(message.content()),
        message.content().blocks());
  }

  /** People write Markdown without knowing; what the program says comes in blocks. */
  private static @Nullable String written(Content content) {
    boolean plain =
        content.blocks().stream()
            .allMatch(block ->
                block instanceof Block.Paragraph(var spans)
                    && spans.stream().allMatch(Span.Plain.class::isInstance));
    return plain ? Markdown.said(content.text()) : null;
  }

  /** The first letter of whoever said it. */
  public String initial() {
    return author.isEmpty() ? "" : author.substring(0, author.offsetByCodePoints(0, 1));
  }
}
