package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.line;
import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands behind a file, and where a decision was signed and committed. */
final class FileReasons {

  private FileReasons() {}

  /** The decisions of the steps that write it. */
  static Content why(Situation here, String named) {
    List<Step> writing = Aside.writing(here.workflow(), named);
    List<List<Span>> decided =
        Chain.decisions(here.workflow(), here.sidecar()).stream()
            .filter(chain -> writing.contains(chain.step()))
            .map(chain -> decided(here, chain))
            .toList();
    String steps = writing.stream().map(Step::title).collect(Collectors.joining(", "));
    if (decided.isEmpty()) {
      return Content.of(
          mono(named), plain(" is written by " + steps + ". Nothing stands in it yet."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(line(mono(named), plain(" is written by " + steps + ". What was decided there:")));
    blocks.add(new Block.Bullets(decided));
    blocks.add(
        note(
            plain(
                "\"why\" and a decision's number tells more of it. Which of them stands behind a"
                    + " single line is told beside the file in the console, and by the API.")));
    return new Content(blocks);
  }

  private static List<Span> decided(Situation here, Chain chain) {
    return List.of(
        strong(Reasons.name(chain.ask()) + " "),
        plain(Words.value(chain.ask(), chain.answer().value()) + ", "),
        who(here.sidecar(), chain.by().id()),
        plain(", " + Words.day(chain.answer().at())));
  }

  /** Which gates vouched for an answer, and the last commit that has it. */
  static Optional<Block> kept(Chain chain) {
    List<Span> line = new ArrayList<>();
    for (Chain.Approval approval : chain.approvals()) {
      line.add(
          plain(
              "%s: %s, signed by %s, %s. "
                  .formatted(
                      approval.step().title(),
                      approval.verdict().label(),
                      approval.signers().stream()
                          .map(person -> "@" + person.name())
                          .collect(Collectors.joining(", ")),
                      Words.day(approval.decided()))));
    }
    if (!chain.commits().isEmpty()) {
      line.add(plain("Committed: "));
      line.add(mono(Words.commit(chain.commits().getLast().sha())));
      line.add(plain("."));
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(note(line.toArray(Span[]::new)));
  }
}
