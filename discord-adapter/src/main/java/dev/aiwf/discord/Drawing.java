package dev.aiwf.discord;

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

/** Draws neutral content in Discord's components. */
final class Drawing {

  private final Markup markup = new Markup();
  private final Controls controls;

  /** Draws one message, where these are the names of people. */
  Drawing(Function<PersonId, String> names) {
    this.controls = new Controls(names);
  }

  static Drawn drawn(Content content, Function<PersonId, String> names) {
    return drawn(Reply.of(content), names);
  }

  /** A private answer, with what can be pressed below it. */
  static Drawn drawn(Reply reply, Function<PersonId, String> names) {
    Drawing drawing = new Drawing(names);
    List<Piece> pieces = new ArrayList<>();
    reply.content().blocks().forEach(block -> pieces.addAll(drawing.draw(block)));
    if (!reply.choices().isEmpty()) {
      pieces.add(Controls.own(reply.choices()));
    }
    return new Drawn(Fitting.fit(pieces, reply.content()), drawing.markup.asked());
  }

  private List<Piece> draw(Block block) {
    return switch (block) {
      case Block.Heading(var text) ->
          text.isBlank()
              ? List.of()
              : says(List.of(new Span.Plain(text.replace('\n', ' '))), "### ");
      case Block.Paragraph(var spans) -> says(spans, "");
      case Block.Note(var spans) -> says(spans, "-# ");
      case Block.Bullets(var items) ->
          items.stream().flatMap(item -> bullet(item).stream()).toList();
      case Block.Table(var header, var rows) ->
          Columns.narrow(header, rows)
              ? code(Columns.aligned(header, rows))
              : Columns.listed(header, rows).stream().flatMap(row -> bullet(row).stream()).toList();
      // Its words are put in before a message reaches a surface; without them there is nothing.
      case Block.Recalled _ -> List.of();
      case Block.Quote(var text) -> says(List.of(new Span.Plain(text)), "> ");
      case Block.Code(var text) -> code(text);
      case Block.Buttons(var buttons) -> Controls.row(buttons);
      case Block.Checklist(var ticks) -> controls.ticks(ticks);
    };
  }

  private List<Piece> says(List<Span> spans, String before) {
    return Pieces.of(spans, DiscordLimits.PART).stream()
        .map(markup::of)
        .filter(text -> !text.isBlank())
        .map(text -> Piece.says(before.isEmpty() ? text : Markup.lines(before, text)))
        .toList();
  }

  private List<Piece> bullet(List<Span> item) {
    return Pieces.of(item, DiscordLimits.PART).stream()
        .map(markup::of)
        .map(text -> Piece.says("- " + text.replace("\n", "\n  ")))
        .toList();
  }

  private static List<Piece> code(String text) {
    return Pieces.of(text, DiscordLimits.PART).stream()
        .map(part -> Piece.says(Markup.code(part)))
        .toList();
  }
}
