package dev.aiwf.core.guide;

import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.rules.Warnings;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words the warnings that a finished project had, and how somebody said each would be met. */
record CaseWarnings(CaseWords words) {

  private static final int MOST_SIGNS = 3;
  private static final String OF_KNOWLEDGE = "knowledge-";

  /** Those of the script first, then those of the knowledge base. */
  List<CaseStudy.Met> all() {
    return Stream.concat(ofScript(), ofKnowledge()).toList();
  }

  private Stream<CaseStudy.Met> ofScript() {
    return Warnings.holding(words.workflow(), words.sidecar(), words.known()).stream()
        .flatMap(warning ->
            Warnings.met(words.workflow(), words.sidecar(), words.known(), warning)
                .map(met -> of(warning, met))
                .stream());
  }

  private CaseStudy.Met of(Warning warning, Remarks.Acknowledgement met) {
    Workflow workflow = words.workflow();
    Step step =
        workflow.steps().stream()
            .filter(each -> each.warnings().contains(warning))
            .findFirst()
            .orElseGet(workflow::first);
    List<String> signs =
        warning.when().asks().stream()
            .flatMap(name -> workflow.asksBehind(name).stream())
            .distinct()
            .flatMap(name -> workflow.ask(name).stream())
            .flatMap(ask ->
                words.known().answer(ask.id()).stream()
                    .map(given -> words.answer(ask, given.value())))
            .limit(MOST_SIGNS)
            .toList();
    String title = Words.filled(words.known(), warning.title());
    return new CaseStudy.Met(
        warning.id(),
        words.about(warning.reference(), step, title),
        place(warning.id(), met),
        words.line(title),
        CaseWords.paragraph(Words.filled(words.known(), warning.text())),
        signs(signs, step, met),
        List.of(words.outcome()),
        CaseWords.paragraph(met.mitigation()));
  }

  private Stream<CaseStudy.Met> ofKnowledge() {
    return words.sidecar().remarks().met().entrySet().stream()
        .flatMap(met ->
            words
                .sidecar()
                .findings()
                .warned(met.getKey())
                .map(finding -> of(finding, met.getValue()))
                .stream());
  }

  private CaseStudy.Met of(Finding finding, Remarks.Acknowledgement met) {
    Optional<Findings.Asked> asked =
        words.sidecar().findings().asked().stream()
            .filter(each -> each.found().contains(finding.id()))
            .findFirst();
    Step step =
        asked
            .flatMap(each -> words.workflow().find(each.step()))
            .orElseGet(words.workflow()::first);
    return new CaseStudy.Met(
        OF_KNOWLEDGE + finding.id(),
        words.about(
            asked.map(each -> each.consult().reference()).orElse(null), step, finding.title()),
        place(finding.id(), met),
        words.line(finding.title()),
        CaseWords.paragraph(
            "The knowledge base warned: %s. Its source: %s."
                .formatted(finding.title(), finding.source())),
        signs(List.of(), step, met),
        List.of(words.outcome()),
        CaseWords.paragraph(met.mitigation()));
  }

  private static String place(String id, Remarks.Acknowledgement met) {
    return CaseWords.entry(id + ", " + Words.day(met.at()));
  }

  private static List<String> signs(List<String> answers, Step step, Remarks.Acknowledgement met) {
    List<String> signs = new ArrayList<>(answers);
    signs.add(CaseWords.entry("It came up in the step " + step.title() + "."));
    signs.add("On " + Words.day(met.at()) + " it was said how it would be met.");
    return signs;
  }
}
