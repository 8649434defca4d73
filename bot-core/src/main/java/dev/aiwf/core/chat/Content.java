package dev.aiwf.core.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a message says, the same for every surface.
 *
 * @param blocks its parts, from top to bottom
 */
public record Content(List<Block> blocks) {

  public Content {
    blocks = List.copyOf(blocks);
  }

  /** A message of one paragraph. */
  public static Content of(Span... spans) {
    return new Content(List.of(new Block.Paragraph(List.of(spans))));
  }

  /** A message of one plain sentence. */
  public static Content of(String sentence) {
    return of(new Span.Plain(sentence));
  }

  /** This message with more parts at its end. */
  public Content and(Block... more) {
    List<Block> all = new ArrayList<>(blocks);
    all.addAll(Arrays.asList(more));
    return new Content(all);
  }

  /** Every button in it, wherever it stands. */
  public Stream<Button> buttons() {
    return blocks.stream().flatMap(Content::buttonsOf);
  }

  private static Stream<Button> buttonsOf(Block block) {
    return switch (block) {
      case Block.Buttons(var buttons) -> buttons.stream();
      case Block.Checklist(var ticks) ->
          ticks.stream().flatMap(tick -> Stream.ofNullable(tick.button()));
      case Block.Heading _,
          Block.Paragraph _,
          Block.Note _,
          Block.Bullets _,
          Block.Table _,
          Block.Quote _,
          Block.Recalled _,
          Block.Code _ ->
          Stream.empty();
    };
  }

  /** The message as plain text, for notifications, logs of a run, and readers without styling. */
  public String text() {
    return blocks.stream().map(Content::textOf).collect(Collectors.joining("\n"));
  }

  private static String textOf(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> text;
      case Block.Paragraph(var spans) -> textOf(spans);
      case Block.Note(var spans) -> textOf(spans);
      case Block.Bullets(var items) ->
          items.stream().map(item -> "• " + textOf(item)).collect(Collectors.joining("\n"));
      case Block.Table(var header, var rows) ->
          Stream.concat(Stream.of(header), rows.stream())
              .map(row -> String.join(" | ", row))
              .collect(Collectors.joining("\n"));
      case Block.Quote(var text) ->
          text.lines().map("> "::concat).collect(Collectors.joining("\n"));
      case Block.Recalled _ -> "";
      case Block.Code(var text) -> text;
      case Block.Buttons(var buttons) ->
          buttons.stream()
              .map(button -> "[" + labelOf(button) + "]")
              .collect(Collectors.joining(" "));
      case Block.Checklist(var ticks) ->
          ticks.stream()
              .map(tick -> (tick.checked() ? "☑ " : "☐ ") + tick.text())
              .collect(Collectors.joining("\n"));
    };
  }

  private static String labelOf(Button button) {
    return button.letter() == null ? button.label() : button.letter() + " " + button.label();
  }

  private static String textOf(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
