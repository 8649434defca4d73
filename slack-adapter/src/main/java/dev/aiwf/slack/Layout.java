package dev.aiwf.slack;

import com.slack.api.model.block.LayoutBlock;
import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.surface.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays a project's messages out as Slack shows them: who speaks, what fits, and where the rest is.
 */
record Layout(Projects projects, Attachments attachments) {

  /**
   * A message as Slack takes it.
   *
   * @param fallback what a notification says
   * @param blocks the message
   */
  record Drawn(String fallback, List<LayoutBlock> blocks) {}

  /** A private answer where there need be no project. */
  static Drawn drawn(Asker asker, Reply reply) {
    Drawing drawing = new Drawing(asker.team(), PersonId::value);
    return new Drawn(Texts.fallback(reply.content().text()), drawing.blocks(reply));
  }

  /** As much as fits; where that is not all, all of it is brought into the thread. */
  Drawn whole(SlackChannel place, @Nullable String thread, Surface.Showing showing)
      throws NotNow, InterruptedException {
    Content content = said(place, showing.message());
    Drawing drawing = drawing(place);
    if (drawing.fits(content)) {
      return drawn(place, content);
    }
    String elsewhere =
        attachments
            .bring(place.channel(), thread, showing, content)
            .map("in %s in this thread"::formatted)
            .orElse(Fitting.CONSOLE);
    return new Drawn(Texts.fallback(content.text()), drawing.blocks(content, elsewhere));
  }

  /** As much as fits of what is drawn anew before long. */
  Drawn passing(SlackChannel place, Message message) {
    return drawn(place, said(place, message));
  }

  Drawn drawn(SlackChannel place, Content content) {
    return new Drawn(
        Texts.fallback(content.text()), drawing(place).blocks(content, Fitting.CONSOLE));
  }

  /** Said on another surface it is named, not mentioned: nobody is called by their own words. */
  private Content said(SlackChannel place, Message message) {
    PersonId by = message.by();
    if (by == null) {
      return message.content();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(List.of(new Span.Strong(nameOf(place, by)), new Span.Plain(":"))));
    blocks.addAll(message.content().blocks());
    return new Content(blocks);
  }

  private Drawing drawing(SlackChannel place) {
    return new Drawing(place.team(), person -> nameOf(place, person));
  }

  private String nameOf(SlackChannel place, PersonId person) {
    return projects
        .find(place.project())
        .map(standing -> standing.sidecar().nameOf(person))
        .orElse(person.value());
  }
}
