package dev.aiwf.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.surface.Columns;
import dev.aiwf.core.surface.Pieces;
import dev.aiwf.core.surface.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Draws neutral content in Slack's blocks. */
final class Drawing {

  private final RichText rich;
  private final Controls controls;

  /** Draws for a workspace, where these are the names of people that it does not know. */
  Drawing(String team, Function<PersonId, String> names) {
    this.rich = new RichText(team);
    this.controls = new Controls(names);
  }

  /** Whether all of it fits into one message. */
  boolean fits(Content content) {
    return Fitting.fits(pieces(content));
  }

  /** What fits of it, and where all of it is otherwise. */
  List<LayoutBlock> blocks(Content content, String elsewhere) {
    return Fitting.fit(pieces(content), elsewhere);
  }

  private List<Piece> pieces(Content content) {
    return content.blocks().stream().flatMap(block -> draw(block).stream()).toList();
  }

  /** A private answer, with what can be pressed below it. */
  List<LayoutBlock> blocks(Reply reply) {
    List<Piece> pieces = new ArrayList<>(pieces(reply.content()));
    if (!reply.choices().isEmpty()) {
      pieces.add(Controls.own(reply.choices()));
    }
    return Fitting.fit(pieces, Fitting.CONSOLE);
  }

  private List<Piece> draw(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> heading(text);
      case Block.Paragraph(var spans) -> paragraph(spans);
      case Block.Note(var spans) -> note(spans);
      case Block.Bullets(var items) -> bullets(items);
      case Block.Table(var header, var rows) -> table(header, rows);
      // Its words are put in before a message reaches a surface; without them there is nothing.
      case Block.Recalled _ -> List.of();
      case Block.Quote(var text) ->
          Pieces.of(text, SlackLimits.TEXT).stream()
              .map(part ->
                  rich(
                      RichTextQuoteElement.builder()
                          .elements(List.of(RichText.plain(part)))
                          .build(),
                      part))
              .toList();
      case Block.Code(var text) -> code(text);
      case Block.Buttons(var buttons) -> Controls.row(buttons);
      case Block.Checklist(var ticks) ->
          ticks.stream().flatMap(tick -> controls.tick(tick).stream()).toList();
    };
  }

  private List<Piece> heading(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    return text.length() <= SlackLimits.HEADER
        ? List.of(
            Piece.says(
                HeaderBlock.builder().text(Texts.plain(text, SlackLimits.HEADER)).build(), text))
        : paragraph(List.of(new Span.Strong(text)));
  }

  private List<Piece> paragraph(List<Span> spans) {
    return Pieces.of(spans, SlackLimits.TEXT).stream()
        .map(group -> {
          List<RichTextElement> elements = rich.elements(group);
          return Piece.says(RichText.block(RichText.section(elements)), text(group));
        })
        .toList();
  }

  /** Small print knows no styles without markup, so what leads somewhere is printed larger. */
  private List<Piece> note(List<Span> spans) {
    return spans.stream().anyMatch(Span.Link.class::isInstance)
        ? paragraph(spans)
        : Pieces.of(text(spans), SlackLimits.TEXT).stream()
            .map(part ->
                Piece.says(
                    ContextBlock.builder()
                        .elements(List.of(Texts.plain(part, SlackLimits.TEXT)))
                        .build(),
                    part))
            .toList();
  }

  private List<Piece> bullets(List<List<Span>> items) {
    List<Piece> pieces = new ArrayList<>();
    List<RichTextElement> list = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (List<Span> item : items) {
      for (List<Span> group : Pieces.of(item, SlackLimits.TEXT)) {
        if (text.length() + text(group).length() > SlackLimits.TEXT) {
          pieces.add(list(list, text.toString()));
          list = new ArrayList<>();
          text.setLength(0);
        }
        list.add(RichText.section(rich.elements(group)));
        text.append(text(group)).append('\n');
      }
    }
    if (!list.isEmpty()) {
      pieces.add(list(list, text.toString()));
    }
    return pieces;
  }

  private static Piece list(List<RichTextElement> items, String text) {
    return Piece.says(
        RichText.block(RichTextListElement.builder().style("bullet").elements(items).build()),
        text);
  }

  private List<Piece> table(List<String> header, List<List<String>> rows) {
    return Columns.narrow(header, rows)
        ? code(Columns.aligned(header, rows))
        : bullets(Columns.listed(header, rows));
  }

  private static List<Piece> code(String text) {
    return Pieces.of(text, SlackLimits.TEXT).stream()
        .map(part ->
            rich(
                RichTextPreformattedElement.builder()
                    .elements(List.of(RichText.plain(part)))
                    .build(),
                part))
        .toList();
  }

  private static Piece rich(BlockElement element, String text) {
    return Piece.says(RichText.block(element), text);
  }

  private static String text(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span.text()));
    return text.toString();
  }
}
