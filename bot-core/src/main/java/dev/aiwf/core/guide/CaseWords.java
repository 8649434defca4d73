package dev.aiwf.core.guide;

import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.PlainWords;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words what a finished project leaves to others. Nothing is longer than an item of a knowledge
 * base may be.
 */
record CaseWords(Workflow workflow, Sidecar sidecar, Known known) {

  private static final int NAME = 100;
  private static final int LINE = 200;
  private static final int ENTRY = 600;
  private static final int PARAGRAPH = 2_000;

  static CaseStudy study(Workflow workflow, Sidecar sidecar) {
    CaseWords words = new CaseWords(workflow, sidecar, Known.of(workflow, sidecar.answers()));
    return new CaseStudy(
        sidecar.id(),
        words.name(),
        sidecar.updated().atZone(ZoneOffset.UTC).toLocalDate(),
        new CaseChoices(words).all(),
        new CaseWarnings(words).all());
  }

  String name() {
    return PlainWords.of(sidecar.name(), NAME);
  }

  /** What the last gate came to. */
  String outcome() {
    for (Step step : workflow.steps().reversed()) {
      GateState gate = sidecar.gate(step.id());
      Verdict verdict = gate.verdict();
      if (verdict != null) {
        return entry(
            "The gate of %s came to %s%s%s."
                .formatted(
                    step.title(),
                    verdict.label(),
                    gate.selfApproved() ? ", self-approved" : "",
                    gate.conditions().isEmpty()
                        ? ""
                        : ", on condition: " + String.join("; ", gate.conditions())));
      }
    }
    return "No gate stood in its way.";
  }

  /** What it was looked up under, its own words, and what its step looked up. */
  List<String> about(@Nullable String reference, Step step, String words) {
    return Stream.of(
            Stream.ofNullable(reference)
                .map(each -> each.substring(each.indexOf(':') + 1).replace('-', ' ')),
            Stream.of(words),
            step.consults().stream().map(Consult::topic),
            Stream.of(step.title()))
        .flatMap(each -> each)
        .toList();
  }

  String answer(Ask ask, Value value) {
    return entry(ask.text() + " " + Words.value(ask, value));
  }

  /** Something in a line, with the project that it was in. */
  String line(String text) {
    return PlainWords.of(name() + ": " + text, LINE);
  }

  static String entry(String text) {
    return PlainWords.of(text, ENTRY);
  }

  static String paragraph(String text) {
    return PlainWords.of(text, PARAGRAPH);
  }
}
