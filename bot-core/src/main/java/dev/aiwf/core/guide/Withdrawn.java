package dev.aiwf.core.guide;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of a message that the state no longer calls for: it stays, without its buttons. */
final class Withdrawn {

  private Withdrawn() {}

  static Content of(String key, Content content, Sidecar after, List<Entry> entries) {
    Content bare = new Content(content.blocks().stream().flatMap(Withdrawn::bare).toList());
    String kind = key.substring(0, key.indexOf(':'));
    return switch (kind) {
      case "ask" -> bare.and(Say.note(Say.plain("Another question came first.")));
      case "menu", "gate" ->
          entries.stream().anyMatch(entry -> entry.fact() instanceof Fact.Shown)
              ? Content.of("The choice has moved down.")
              : bare;
      case "recorded" ->
          entries.stream()
              .filter(entry -> entry.fact() instanceof Fact.Undone)
              .findFirst()
              .map(entry -> bare.and(Say.note(Say.plain("Undone by "), Say.who(after, entry.by()))))
              .orElse(bare);
      default -> bare;
    };
  }

  private static Stream<Block> bare(Block block) {
    return switch (block) {
      case Block.Buttons _ -> Stream.empty();
      case Block.Checklist(var ticks) ->
          Stream.of(
              new Block.Checklist(
                  ticks.stream()
                      .map(tick -> new Block.Tick(tick.text(), tick.checked(), tick.by(), null))
                      .toList()));
      case Block.Heading _,
          Block.Paragraph _,
          Block.Note _,
          Block.Bullets _,
          Block.Table _,
          Block.Quote _,
          Block.Code _ ->
          Stream.of(block);
    };
  }
}
