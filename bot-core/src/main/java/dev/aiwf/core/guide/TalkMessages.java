package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.chat.Markdown;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the architect says: that it is at it, what has arrived so far, and all of it in the end. */
public final class TalkMessages {

  private TalkMessages() {}

  /** The message under which the answer will arrive. */
  static List<Draft> begun(Sidecar after, List<Entry> entries) {
    List<Draft> drafts = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.fact() instanceof Fact.TalkBegun(var talk, _)) {
        drafts.add(Draft.of(MessageKeys.talk(talk), underWay(after, talk, "")));
      }
    }
    return drafts;
  }

  /** As it is shown while more arrives. */
  public static Content underWay(Sidecar sidecar, String talk, String soFar) {
    List<Block> blocks = new ArrayList<>();
    if (soFar.isBlank()) {
      blocks.add(note(plain("Thinking…")));
    } else {
      blocks.addAll(said(sidecar, soFar, List.of()).blocks());
      blocks.add(note(plain("…")));
    }
    blocks.add(stop(sidecar.id(), talk));
    return new Content(blocks);
  }

  private static Block stop(ProjectId project, String talk) {
    return Say.buttons(
        new Controls(project, MessageKeys.talk(talk))
            .send("Stop", Button.Style.PLAIN, new Action.StopTalk(talk)));
  }

  /** The whole answer, once it is there. */
  static List<Draft> ended(Sidecar after, List<Entry> entries, Command command) {
    if (!(command.action() instanceof Action.Talked talked)) {
      return List.of();
    }
    return entries.stream()
        .flatMap(entry -> ended(after, entry, talked).stream())
        .map(content -> Draft.of(MessageKeys.talk(talked.talk()), content))
        .toList();
  }

  private static Optional<Content> ended(Sidecar after, Entry entry, Action.Talked talked) {
    if (!(entry.fact() instanceof Fact.TalkEnded ended)) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>(said(after, talked.said(), talked.links()).blocks());
    how(ended).ifPresent(sentence -> blocks.add(note(plain(sentence))));
    if (ended.dropped() > 0) {
      blocks.add(
          note(
              plain(
                  "%s of it came too late and %s: the project had moved on."
                      .formatted(
                          Words.count(ended.dropped(), "part"),
                          ended.dropped() == 1 ? "does not count" : "do not count"))));
    }
    if (blocks.isEmpty()) {
      blocks.add(note(plain("Nothing to add.")));
    }
    return Optional.of(new Content(blocks));
  }

  private static Optional<String> how(Fact.TalkEnded ended) {
    return switch (ended.how()) {
      case WHOLE -> Optional.empty();
      case STOPPED -> Optional.of("Stopped here.");
      case CUT -> Optional.of("The answer broke off here.");
      case SILENT -> Optional.ofNullable(ended.trouble());
    };
  }

  private static Content said(Sidecar sidecar, String markdown, List<String> written) {
    return Markdown.read(markdown, address -> KnownLinks.knows(sidecar, written, address));
  }
}
