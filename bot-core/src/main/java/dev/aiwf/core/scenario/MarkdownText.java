package dev.aiwf.core.scenario;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Content as Markdown, in which nothing that somebody typed has a meaning. */
final class MarkdownText {

  private MarkdownText() {}

  static String of(Content content) {
    return content.blocks().stream()
        .flatMap(block -> of(block).stream())
        .collect(Collectors.joining("\n\n"));
  }

  /** What a message newly says since it changed, with its buttons if there are new ones. */
  static Content changed(Content before, Content after) {
    List<Block> changed =
        after.blocks().stream().flatMap(block -> changed(before, block).stream()).toList();
    return new Content(
        changed.stream().allMatch(Block.Buttons.class::isInstance) ? List.of() : changed);
  }

  private static Optional<Block> changed(Content before, Block block) {
    return switch (block) {
      case Block.Buttons(var buttons) -> {
        List<String> labels = before.buttons().map(MarkdownText::label).toList();
        yield Optional.of(block)
            .filter(_ -> buttons.stream().anyMatch(button -> !labels.contains(label(button))));
      }
      case Block.Checklist(var ticks) -> {
        List<String> stood = ticks(before).map(MarkdownText::tick).toList();
        List<Block.Tick> changed =
            ticks.stream().filter(tick -> !stood.contains(tick(tick))).toList();
        yield changed.isEmpty() ? Optional.empty() : Optional.of(new Block.Checklist(changed));
      }
      case Block.Heading _,
          Block.Paragraph _,
          Block.Note _,
          Block.Bullets _,
          Block.Table _,
          Block.Quote _,
          Block.Recalled _,
          Block.Code _ ->
          Optional.of(block).filter(same -> !before.blocks().contains(same));
    };
  }

  private static Stream<Block.Tick> ticks(Content content) {
    return content.blocks().stream()
        .filter(Block.Checklist.class::isInstance)
        .flatMap(block -> ((Block.Checklist) block).ticks().stream());
  }

  private static Optional<String> of(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> Optional.of("**" + escaped(text) + "**");
      case Block.Paragraph(var spans) -> Optional.of(of(spans));
      case Block.Note(var spans) -> Optional.of("<sub>" + of(spans) + "</sub>");
      case Block.Bullets(var items) ->
          Optional.of(
              items.stream().map(item -> "- " + of(item)).collect(Collectors.joining("\n")));
      case Block.Table(var header, var rows) -> Optional.of(table(header, rows));
      case Block.Quote(var text) ->
          Optional.of(text.lines().map(l -> "> " + escaped(l)).collect(Collectors.joining("\n")));
      case Block.Recalled _ -> Optional.empty();
      case Block.Code(var text) -> Optional.of("```\n" + text.replace("```", "'''") + "\n```");
      case Block.Buttons(var buttons) ->
          buttons.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  buttons.stream()
                      .map(button -> "`[" + label(button) + "]`")
                      .collect(Collectors.joining(" ")));
      case Block.Checklist(var ticks) ->
          Optional.of(ticks.stream().map(MarkdownText::tick).collect(Collectors.joining("\n")));
    };
  }

  private static String tick(Block.Tick tick) {
    return "- " + (tick.checked() ? "☑ " : "☐ ") + escaped(tick.text());
  }

  private static String table(List<String> header, List<List<String>> rows) {
    return Stream.concat(
            Stream.of(header, header.stream().map(_ -> "---").toList()),
            rows.stream().map(row -> row.stream().map(MarkdownText::cell).toList()))
        .map(row -> "| " + String.join(" | ", row) + " |")
        .collect(Collectors.joining("\n"));
  }

  private static String cell(String text) {
    return escaped(text).replace("|", "\\|").replace("\n", " ");
  }

  private static String label(Button button) {
    return button.letter() == null ? button.label() : button.letter() + " " + button.label();
  }

  private static String of(List<Span> spans) {
    return spans.stream().map(MarkdownText::of).collect(Collectors.joining());
  }

  private static String of(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> escaped(text);
      case Span.Strong(var text) -> strong(text);
      case Span.Mono(var text) -> "`" + text.replace('`', '\'') + "`";
      case Span.Link(var text, var address) ->
          "[%s](<%s>)".formatted(escaped(text), address.replace(">", "%3E").replace(" ", "%20"));
      case Span.Mention(_, var text) -> escaped(text);
    };
  }

  /** Stars next to a space would not be read as emphasis. */
  private static String strong(String text) {
    String inner = text.strip();
    if (inner.isEmpty()) {
      return text;
    }
    int start = text.indexOf(inner);
    return text.substring(0, start)
        + "**"
        + escaped(inner)
        + "**"
        + text.substring(start + inner.length());
  }

  /** Text in which every sign that could style, link or begin something stands for itself. */
  static String escaped(String text) {
    return text.replaceAll("([\\\\`*<\\[\\]])", "\\\\$1")
        .replaceAll("(?<!\\w)_|_(?!\\w)", "\\\\_")
        .replaceAll("(?m)^(\\s*)([#>+-])(?=\\s)", "$1\\\\$2")
        .replaceAll("(?m)^(\\s*\\d+)([.)])(?=\\s)", "$1\\\\$2");
  }

  static String time(Duration time) {
    long hours = time.toHours();
    return hours > 0 && time.toMinutesPart() == 0 && time.toSecondsPart() == 0
        ? hours + (hours == 1 ? " hour" : " hours")
        : time.toMinutes() > 0 && time.toSecondsPart() == 0
            ? time.toMinutes() + (time.toMinutes() == 1 ? " minute" : " minutes")
            : time.toSeconds() + " seconds";
  }
}
