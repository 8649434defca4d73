package dev.aiwf.core.talk;

import dev.aiwf.core.port.Architect.Line;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Proposal;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Recommended;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Method;
import dev.aiwf.core.workflow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A project in short, for somebody who has to talk about it. */
final class About {

  private static final int MOST_FINDINGS = 12;

  private About() {}

  /** Where it stands: all of it the program's and the pack's own words. */
  static String step(Situation here) {
    StringBuilder text = new StringBuilder();
    text.append("The step is \"%s\".\n".formatted(here.step().title()));
    if (!here.step().brief().isBlank()) {
      text.append("\nIts brief:\n").append(here.step().brief().strip()).append("\n");
    }
    text.append("\nOpen questions:\n");
    List<Ask> open = here.open();
    open.forEach(ask -> text.append(question(here, ask)));
    if (open.isEmpty()) {
      text.append("none: the menu waits for a button.\n");
    }
    List<String> figures =
        here.step().figures().stream()
            .flatMap(figure -> here.known().worked(figure).stream())
            .map(worked -> worked.figure().id() + " = " + Words.figure(worked))
            .toList();
    if (!figures.isEmpty()) {
      text.append("\nWorked out:\n- ").append(String.join("\n- ", figures)).append("\n");
    }
    here.warnings()
        .forEach(warning ->
            text.append("\nA warning holds: ")
                .append(Words.filled(here.known(), warning.title()))
                .append("\n"));
    if (!here.step().sections().isEmpty()) {
      text.append("\nSections that you may draft:\n");
      here.step()
          .sections()
          .forEach(section -> text.append("- %s: %s\n".formatted(section.id(), section.what())));
    }
    return text.toString();
  }

  private static String question(Situation here, Ask ask) {
    StringBuilder text = new StringBuilder();
    text.append(
        "- %s (%s%s): %s\n"
            .formatted(
                ask.id(),
                kind(ask.type()),
                ask.required() ? ", required" : ", optional",
                ask.text()));
    for (AskType.Option option : ask.type().options()) {
      text.append(
          "    %s: %s%s\n"
              .formatted(
                  option.key(), option.label(), option.help() == null ? "" : ". " + option.help()));
    }
    if (ask.type() instanceof AskType.Decision decision) {
      text.append("    rests on: %s\n".formatted(String.join(", ", decision.restsOn())));
    }
    here.recommended(ask)
        .map(Recommended::reason)
        .ifPresent(reason ->
            text.append(
                "    the answers so far speak for %s: %s\n"
                    .formatted(here.recommended(ask).orElseThrow().value().text(), reason)));
    return text.toString();
  }

  private static String kind(AskType type) {
    return switch (type) {
      case AskType.Number(_, _, var unit) -> unit == null ? "number" : "number, in " + unit;
      case AskType.Table(var columns, _) ->
          "table: one row to a line, cells as " + String.join(" | ", columns);
      case AskType.Items _ -> "list, one to a line";
      case AskType.Text _, AskType.Choice _, AskType.Decision _ -> type.key();
    };
  }

  /** What people and knowledge bases said, which is data to whoever reads it. */
  static List<Line> quoted(Situation here) {
    List<Line> lines = new ArrayList<>();
    Sidecar sidecar = here.sidecar();
    String answers =
        here.workflow().steps().stream()
            .map(step -> answers(here, step))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    lines.add(
        new Line.Quoted(
            "The project %s: what was answered so far".formatted(sidecar.name()),
            answers.isEmpty() ? "nothing yet" : answers));
    String findings =
        sidecar.findings().of(here.step().id()).stream()
            .limit(MOST_FINDINGS)
            .map(About::finding)
            .collect(Collectors.joining("\n"));
    if (!findings.isEmpty()) {
      lines.add(new Line.Quoted("What came back from the knowledge base in this step", findings));
    }
    String open =
        sidecar.remarks().proposals().stream()
            .map(About::proposal)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    if (!open.isEmpty()) {
      lines.add(new Line.Quoted("What waits for people's word", open));
    }
    return lines;
  }

  private static String answers(Situation here, Step step) {
    return step.asks().stream()
        .flatMap(ask ->
            here.sidecar().answers().to(ask.id()).stream().map(answer -> line(here, ask, answer)))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Situation here, Ask ask, Answers.Answer answer) {
    return "- %s: %s%s (%s)"
        .formatted(
            ask.id(),
            Words.value(ask, answer.value()).replace('\n', ' '),
            answer.stale() ? ", to be confirmed" : "",
            here.sidecar().nameOf(answer.by()));
  }

  static String finding(Finding finding) {
    return "- id %s, %s, \"%s\"%s. Source: %s%s"
        .formatted(
            finding.id(),
            finding.kind().name().toLowerCase(Locale.ROOT),
            finding.title(),
            finding.text().isEmpty() ? "" : ": " + Clean.line(finding.text()),
            finding.source(),
            finding.address() == null ? "" : " <" + finding.address() + ">");
  }

  private static String proposal(Proposal proposal) {
    if (proposal.advice() != null) {
      return "- you proposed %s for %s; it is neither accepted nor rejected"
          .formatted(proposal.advice().choice(), proposal.advice().ask());
    }
    return proposal.prose() == null
        ? ""
        : "- you drafted text that is neither kept nor left: "
            + Clean.shortened(Clean.line(proposal.prose().text()), 200);
  }

  /** What is wanted now. */
  static String task(Situation here) {
    Conversation.Running running = here.sidecar().conversation().running();
    Conversation.Analysis about = running == null ? null : running.about();
    if (about == null) {
      return "Answer what was said last, in this step's frame. If it is the brief, record every"
          + " answer to an open question that stands in it; people are asked whether to take them.";
    }
    Method method =
        here.workflow().methods().stream()
            .filter(each -> each.id().equals(about.method()))
            .findFirst()
            .orElseThrow();
    return """
    Look at the decision %s once more, by this method: %s. %s
    Go through these questions, each against what the project knows, and look up what the \
    knowledge base says:
    - %s
    Say in short what comes of it, and put the findings into draft_section with the section \
    %s, so that somebody may keep them.\
    """
        .formatted(
            about.ask(),
            method.title(),
            method.what(),
            String.join("\n- ", method.questions()),
            Tools.ANALYSIS);
  }
}
