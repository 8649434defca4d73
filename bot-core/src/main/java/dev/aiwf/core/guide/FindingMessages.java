package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.line;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Consulting;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the knowledge base said, where it matters. */
final class FindingMessages {

  private static final int BESIDE = 2;

  private FindingMessages() {}

  /** What a step's questions came to: the weightiest warnings, and how to see the rest. */
  static Optional<Content> step(Situation here) {
    List<Findings.Asked> asked =
        here.sidecar().findings().in(here.step().id()).stream()
            .filter(each -> here.step().consults().contains(each.consult()))
            .toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Controls controls =
        new Controls(here.sidecar().id(), MessageKeys.findings(here.visit().number()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(looked(here.sidecar(), asked));
    for (Finding warning : Consulting.warnings(here.sidecar(), here.step())) {
      blocks.add(Say.line(warning(warning)));
      blocks.add(met(here, warning).orElseGet(() -> acknowledge(controls, warning)));
    }
    gaps(asked).ifPresent(blocks::add);
    blocks.add(
        Say.buttons(
            controls.send(
                "Show all", Button.Style.PLAIN, new Action.Show(Fact.Topic.FINDINGS, null)),
            controls.open("Consult again…", Button.Style.PLAIN, new FormRef.Consult())));
    return Optional.of(new Content(blocks));
  }

  private static Block looked(Sidecar sidecar, List<Findings.Asked> asked) {
    List<Finding> found = asked.stream().flatMap(sidecar.findings()::found).distinct().toList();
    long sources = found.stream().map(FindingMessages::text).distinct().count();
    List<Span> spans = new ArrayList<>();
    spans.add(plain("Looked up "));
    spans.add(
        plain(
            asked.stream()
                .map(each -> each.consult().topic())
                .distinct()
                .collect(Collectors.joining(", "))));
    spans.add(
        plain(
            ": %s from %s."
                .formatted(
                    Words.count(found.size(), "finding"), Words.count((int) sources, "source"))));
    asked.stream()
        .flatMap(each -> Optional.ofNullable(each.since()).stream())
        .findFirst()
        .ifPresent(since ->
            spans.add(
                plain(
                    " As of %s %s; the knowledge base does not answer now."
                        .formatted(Words.day(since), Words.time(since)))));
    return note(spans.toArray(Span[]::new));
  }

  /** The text that a finding rests on, whichever place in it. */
  private static String text(Finding finding) {
    return Objects.requireNonNullElse(finding.address(), finding.source());
  }

  private static Span[] warning(Finding warning) {
    return new Span[] {
      plain("⚠ "),
      strong(warning.title() + ". "),
      plain(warning.text().isEmpty() ? "" : warning.text() + " "),
      source(warning)
    };
  }

  static Span source(Finding finding) {
    String address = finding.address();
    return address == null
        ? plain("(" + finding.source() + ")")
        : new Span.Link(finding.source(), address);
  }

  private static Optional<Block> met(Situation here, Finding warning) {
    Remarks.Acknowledgement met =
        here.sidecar().remarks().met().get(Findings.warning(warning.id()));
    return Optional.ofNullable(met)
        .map(said ->
            line(
                plain("✔ "),
                who(here.sidecar(), said.by()),
                plain(", %s: “%s”".formatted(Words.time(said.at()), said.mitigation()))));
  }

  /** The same for a warning that was said in passing. */
  static Block acknowledge(Sidecar sidecar, Finding warning) {
    return acknowledge(
        new Controls(sidecar.id(), "warned:" + sidecar.number() + ":" + warning.id()), warning);
  }

  private static Block acknowledge(Controls controls, Finding warning) {
    return Say.buttons(
        controls.open(
            "Acknowledge…",
            Button.Style.PLAIN,
            new FormRef.Acknowledge(Findings.warning(warning.id()))));
  }

  private static Optional<Block> gaps(List<Findings.Asked> asked) {
    List<String> gaps =
        asked.stream()
            .filter(each -> each.found().isEmpty())
            .map(each -> each.consult().topic())
            .distinct()
            .toList();
    return gaps.isEmpty()
        ? Optional.empty()
        : Optional.of(note(plain("Not in the knowledge base: " + String.join(", ", gaps) + ".")));
  }

  /** What stands by a decision that is still to be taken. */
  static List<Block> beside(Situation here, Ask ask) {
    return here.sidecar().references(ask).stream()
        .limit(BESIDE)
        .<Block>map(finding ->
            note(
                strong(finding.title() + " "),
                plain(finding.text().isEmpty() ? "" : finding.text() + " "),
                source(finding)))
        .toList();
  }

  /** The same under a decision that was taken. */
  static Optional<Block> why(Situation here, Ask ask) {
    List<List<Span>> items =
        here.sidecar().references(ask).stream().map(FindingMessages::item).toList();
    return items.isEmpty() ? Optional.empty() : Optional.of(new Block.Bullets(items));
  }

  private static List<Span> item(Finding finding) {
    return List.of(
        plain(
            switch (finding.kind()) {
              case DECISION -> "Decision: ";
              case PATTERN -> "Pattern: ";
              case WARNING -> "⚠ ";
              case METHODOLOGY -> "Method: ";
            }),
        strong(finding.title() + " "),
        source(finding));
  }

  /** All that came back where the project is, question by question. */
  static Content all(Workflow workflow, Sidecar sidecar) {
    List<Findings.Asked> asked =
        sidecar.visit().map(visit -> sidecar.findings().in(visit.step())).orElse(List.of());
    if (asked.isEmpty()) {
      return Content.of(
          "Nothing was looked up in this step. \"consult\" and a few words have it looked up.");
    }
    List<Block> blocks = new ArrayList<>();
    for (Findings.Asked each : asked) {
      blocks.addAll(answer(each.consult(), sidecar.findings().found(each).toList()));
    }
    int gaps = Consulting.gaps(sidecar).size();
    if (gaps > 0) {
      blocks.add(note(plain("%s so far found nothing.".formatted(Words.count(gaps, "question")))));
    }
    return new Content(blocks);
  }

  private static List<Block> answer(Consult consult, List<Finding> findings) {
    Block head = line(strong(consult.topic()), plain(findings.isEmpty() ? ": nothing found." : ""));
    return findings.isEmpty()
        ? List.of(head)
        : List.of(head, new Block.Bullets(findings.stream().map(FindingMessages::item).toList()));
  }

  /** What came of somebody's own question; a step's questions have a message of their own. */
  static Optional<Content> reply(Workflow workflow, Fact.Consulted consulted) {
    List<Block> blocks = new ArrayList<>();
    consulted.came().stream()
        .filter(came -> !workflow.step(consulted.step()).consults().contains(came.consult()))
        .forEach(came -> blocks.addAll(answer(came.consult(), came.findings())));
    return blocks.isEmpty() ? Optional.empty() : Optional.of(new Content(blocks));
  }

  /** What nobody has met yet, for whoever signs. */
  static List<Block> atTheGate(Situation here) {
    List<Finding> unmet = Consulting.unmet(here.workflow(), here.sidecar());
    return unmet.isEmpty()
        ? List.of()
        : List.of(
            note(strong("From the knowledge base, and not answered yet")),
            new Block.Bullets(unmet.stream().map(FindingMessages::item).toList()));
  }
}
