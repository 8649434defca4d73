package dev.aiwf.core.guide;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a message that the state no longer calls for: it stays, without its buttons. */
final class Withdrawn {

  private Withdrawn() {}

  static Content of(
      Workflow workflow, String key, Content content, Sidecar after, List<Entry> entries) {
    Content bare = new Content(content.blocks().stream().flatMap(Withdrawn::bare).toList());
    String kind = key.substring(0, key.indexOf(':'));
    return switch (kind) {
      case "ask" ->
          after.status() == Status.IN_PROGRESS && entries.stream().noneMatch(Withdrawn::leadsBack)
              ? bare.and(Say.note(Say.plain(why(workflow, key, after))))
              : bare;
      case "menu", "gate" ->
          entries.stream().anyMatch(Withdrawn::movesOn)
              ? new Content(List.of(Say.note(Say.plain("The choice is further down."))))
              : bare;
      case "warning" -> new Content(List.of(Say.line(Say.plain("✔ No longer so: "), title(bare))));
      case "agenda" ->
          new Content(List.of(Say.note(Say.plain("What is open stands further down."))));
      case "recorded" ->
          entries.stream()
              .filter(entry -> entry.fact() instanceof Fact.Undone)
              .findFirst()
              .map(entry -> bare.and(Say.note(Say.plain("Undone by "), Say.who(after, entry.by()))))
              .orElse(bare);
      case "found" ->
          entries.stream()
              .flatMap(entry -> FoundMessages.chosen(after, entry).stream())
              .findFirst()
              .map(bare::and)
              .orElse(bare);
      case "proposal" ->
          entries.stream()
              .flatMap(entry -> ProposalMessages.settled(after, entry).stream())
              .findFirst()
              .map(bare::and)
              .orElse(bare);
      case "joining" ->
          entries.stream()
              .flatMap(entry -> JoinMessages.answered(after, entry).stream())
              .findFirst()
              .map(bare::and)
              .orElse(bare);
      case "collision" ->
          entries.stream()
              .filter(entry -> entry.fact() instanceof Fact.Resolved)
              .findFirst()
              .map(entry -> bare.and(Say.note(settled(entry), Say.who(after, entry.by()))))
              .orElse(bare);
      default -> bare;
    };
  }

  /** What is shown stands above the choice, which moves down under it. */
  private static boolean movesOn(Entry entry) {
    return entry.fact() instanceof Fact.Shown
        || entry.fact() instanceof Fact.Warned
        || entry.fact() instanceof Fact.TalkEnded;
  }

  private static Span settled(Entry entry) {
    return Say.plain(
        entry.fact() instanceof Fact.Resolved(var resolution)
            ? RepositoryMessages.settled(resolution.keep())
            : "");
  }

  private static boolean leadsBack(Entry entry) {
    return entry.fact() instanceof Fact.Undone || entry.fact() instanceof Fact.StepEntered;
  }

  /** An answer whose question is left out stays known, and counts no more. */
  private static String why(Workflow workflow, String key, Sidecar after) {
    Optional<Ask> ask = workflow.ask(key.substring(key.lastIndexOf(':') + 1));
    if (ask.filter(a -> !a.at(after.depth())).isPresent()) {
      return "Not asked at this depth.";
    }
    Known known = Known.of(workflow, after.answers());
    return ask.filter(a -> !known.applies(a)).isPresent()
        ? "Not asked any more; the answer is kept and does not count."
        : "Another question came first.";
  }

  /** A warning's title stands first in it. */
  private static Span title(Content warning) {
    return warning.blocks().stream()
        .flatMap(block ->
            block instanceof Block.Paragraph(var spans) ? spans.stream() : Stream.<Span>empty())
        .filter(Span.Strong.class::isInstance)
        .findFirst()
        .orElse(Say.plain(""));
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
          Block.Recalled _,
          Block.Code _ ->
          Stream.of(block);
    };
  }
}
