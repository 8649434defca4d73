package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.line;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Advice;
import dev.aiwf.core.project.Prose;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Section;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the architect puts forward, for a person to take, change or leave. */
final class AdviceMessages {

  private AdviceMessages() {}

  /** All of it where it is new; where more was said since, a line and the buttons. */
  static Content advice(
      Workflow workflow,
      Sidecar sidecar,
      Controls controls,
      String id,
      Advice advice,
      boolean again) {
    Optional<Ask> ask = workflow.ask(advice.ask());
    String name = ask.map(Reasons::name).orElse(advice.ask());
    String choice = label(ask, advice.choice());
    List<Block> blocks = new ArrayList<>();
    if (again) {
      blocks.add(line(plain(name + " is still open. Proposed: "), strong(choice), plain(".")));
    } else {
      blocks.add(line(strong("Proposal %s: %s. ".formatted(name, choice)), said(advice)));
      blocks.add(
          new Block.Bullets(
              advice.otherwise().stream()
                  .map(other ->
                      List.of(
                          plain("Otherwise "),
                          strong(label(ask, other.choice())),
                          plain(": " + Clean.line(other.cost()))))
                  .toList()));
      rests(sidecar, advice).ifPresent(blocks::add);
      if (!advice.own().isEmpty()) {
        blocks.add(
            note(
                strong("My view, not in the knowledge base: "),
                plain(String.join(" ", advice.own().stream().map(Clean::line).toList()))));
      }
    }
    blocks.add(
        Say.buttons(
            controls.send("Accept", Button.Style.PRIMARY, new Action.TakeProposed(id)),
            controls.open("Change…", Button.Style.PLAIN, new FormRef.Asks(List.of(advice.ask()))),
            controls.send("Reject", Button.Style.PLAIN, new Action.LeaveProposed(id))));
    return new Content(blocks);
  }

  private static Span said(Advice advice) {
    return plain(Clean.lines(advice.rationale()));
  }

  private static Optional<Block> rests(Sidecar sidecar, Advice advice) {
    List<Span> spans = new ArrayList<>();
    advice.rests().stream()
        .flatMap(id -> Stream.ofNullable(sidecar.findings().items().get(id)))
        .forEach(finding -> {
          spans.add(plain(spans.isEmpty() ? "Rests on " : ", "));
          spans.add(strong(finding.title() + " "));
          spans.add(FindingMessages.source(finding));
        });
    return spans.isEmpty() ? Optional.empty() : Optional.of(new Block.Note(spans));
  }

  private static String label(Optional<Ask> ask, String option) {
    return ask.flatMap(each -> each.type().option(option))
        .map(AskType.Option::label)
        .orElse(option);
  }

  static Content prose(
      Workflow workflow, Controls controls, String id, Prose prose, boolean again) {
    String what = what(workflow, prose);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        line(plain(again ? "Still to be kept or left: " : "Draft: "), strong(what), plain(".")));
    if (!again) {
      blocks.add(new Block.Quote(prose.text()));
    }
    blocks.add(
        Say.buttons(
            controls.send("Keep it", Button.Style.PRIMARY, new Action.TakeProposed(id)),
            controls.send("Leave it", Button.Style.PLAIN, new Action.LeaveProposed(id))));
    return new Content(blocks);
  }

  private static String what(Workflow workflow, Prose prose) {
    return prose.section() == null
        ? Optional.ofNullable(prose.about())
            .flatMap(about -> workflow.ask(about.ask()))
            .map(ask -> "what came of looking at %s once more".formatted(Reasons.name(ask)))
            .orElse("what came of it")
        : workflow.steps().stream()
            .flatMap(step -> step.sections().stream())
            .filter(section -> section.id().equals(prose.section()))
            .map(Section::title)
            .findFirst()
            .orElse(prose.section());
  }
}
