package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies in a repository already, and the question what becomes of it. */
final class FoundMessages {

  private static final int MOST_DOUBTS = 6;

  private FoundMessages() {}

  static Content offer(Workflow workflow, Sidecar sidecar, Repository.Found found) {
    Import content = found.content();
    List<Block> blocks = new ArrayList<>();
    blocks.add(content.empty() ? nothing(content) : counted(workflow, content));
    if (!content.doubts().isEmpty()) {
      blocks.add(doubts(content.doubts()));
    }
    if (!content.empty()) {
      blocks.add(
          note(
              plain(
                  "Answers, decisions and notes are taken over. Signatures and roles are not: a"
                      + " gate is signed here again.")));
    }
    blocks.add(
        note(
            plain(
                "Beginning anew writes the files again step by step; what people changed in them"
                    + " stays.")));
    blocks.add(new Block.Buttons(buttons(sidecar, content)));
    return new Content(blocks);
  }

  private static Block counted(Workflow workflow, Import content) {
    long decisions =
        content.answers().stream().filter(a -> a.value() instanceof Value.Decision).count();
    int answers = content.answers().size() - (int) decisions;
    List<Span> line = new ArrayList<>();
    line.add(strong(content.name()));
    line.add(plain(" lies here already, in "));
    line.add(mono(content.source().path()));
    line.add(
        plain(
            ": %d of %s, %s, %s%s. Take it up, or begin anew?"
                .formatted(
                    content.done(),
                    Words.count(workflow.steps().size(), "step"),
                    Words.count((int) decisions, "decision"),
                    Words.count(answers, "answer"),
                    content.written() == null ? "" : ", last written " + content.written())));
    return new Block.Paragraph(line);
  }

  private static Block nothing(Import content) {
    return Say.line(
        plain("There is a "),
        mono(content.source().path()),
        plain(" already, and nothing in it can be taken up. Begin anew?"));
  }

  private static Block doubts(List<String> doubts) {
    List<List<Span>> items = new ArrayList<>();
    doubts.stream().limit(MOST_DOUBTS).forEach(doubt -> items.add(List.of(plain(doubt))));
    if (doubts.size() > MOST_DOUBTS) {
      items.add(List.of(plain("and %d more".formatted(doubts.size() - MOST_DOUBTS))));
    }
    return new Block.Bullets(items);
  }

  private static List<Button> buttons(Sidecar sidecar, Import content) {
    Controls controls = new Controls(sidecar.id(), MessageKeys.FOUND);
    String head = content.source().head();
    List<Button> buttons = new ArrayList<>();
    if (!content.empty()) {
      buttons.add(controls.send("Take it up", Button.Style.PRIMARY, new Action.TakeUp(head)));
    }
    buttons.add(controls.send("Begin anew", Button.Style.PLAIN, new Action.BeginAnew(head)));
    return buttons;
  }

  /** What the question is left with once it is answered. */
  static Optional<Block> chosen(Sidecar after, Entry entry) {
    String what =
        switch (entry.fact()) {
          case Fact.Imported _ -> "Taken up by ";
          case Fact.BegunAnew _ -> "Begun anew by ";
          default -> "";
        };
    return what.isEmpty()
        ? Optional.empty()
        : Optional.of(note(plain(what), Say.who(after, entry.by()), plain(".")));
  }
}
