package dev.aiwf.core.guide;

import dev.aiwf.core.project.Finding;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words the decisions of a finished project. */
record CaseChoices(CaseWords words) {

  private static final int MOST_OPTIONS = 5;
  private static final int MOST_GROUNDS = 3;
  private static final int MOST_FINDINGS = 2;

  /** Those that stand, in the order of the script. */
  List<CaseStudy.Choice> all() {
    return Chain.decisions(words.workflow(), words.sidecar()).stream()
        .filter(chain -> !chain.answer().stale())
        .flatMap(chain -> choice(chain).stream())
        .toList();
  }

  private Optional<CaseStudy.Choice> choice(Chain chain) {
    return chain.ask().type() instanceof AskType.Decision type
            && chain.answer().value() instanceof Value.Decision decision
        ? Optional.of(
            new CaseStudy.Choice(
                type.number(),
                words.about(type.reference(), chain.step(), chain.ask().text()),
                type.number() + ", " + Words.day(chain.answer().at()),
                words.line(chain.ask().text()),
                options(type, decision.choice()),
                considerations(chain, type),
                chosen(type, decision)))
        : Optional.empty();
  }

  private List<String> considerations(Chain chain, AskType.Decision type) {
    List<String> considerations = new ArrayList<>();
    chain.grounds().stream()
        .limit(MOST_GROUNDS)
        .map(ground -> words.answer(ground.ask(), ground.value()))
        .forEach(considerations::add);
    findings(type).stream()
        .limit(MOST_FINDINGS)
        .map(found -> "It rested on “%s” (%s).".formatted(found.title(), found.source()))
        .map(CaseWords::entry)
        .forEach(considerations::add);
    considerations.add(
        CaseWords.entry(
            "Taken in the step %s of %s, at %s depth."
                .formatted(
                    chain.step().title(),
                    words.workflow().title(),
                    words.sidecar().depth().key())));
    considerations.add(words.outcome());
    considerations.add("The project was finished on " + Words.day(words.sidecar().updated()) + ".");
    return considerations;
  }

  private List<Finding> findings(AskType.Decision type) {
    String reference = type.reference();
    return reference == null ? List.of() : words.sidecar().findings().to(reference);
  }

  /** Those that there is room for, and in any case the one that was chosen. */
  private static List<String> options(AskType.Decision type, String chosen) {
    List<AskType.Option> shown = new ArrayList<>(type.options());
    for (int i = shown.size() - 1; i >= 0 && shown.size() > MOST_OPTIONS; i--) {
      if (!shown.get(i).key().equals(chosen)) {
        shown.remove(i);
      }
    }
    return shown.stream().map(CaseChoices::option).toList();
  }

  private static String option(AskType.Option option) {
    String help = option.help();
    return CaseWords.entry(
        option.label() + ": " + (help == null ? "nothing is noted of it" : help));
  }

  private static String chosen(AskType.Decision type, Value.Decision decision) {
    String label =
        type.option(decision.choice()).map(AskType.Option::label).orElse(decision.choice());
    String why = CaseWords.paragraph(decision.rationale());
    return CaseWords.paragraph(
        label + " was chosen. " + (why.isEmpty() ? "No reason was given." : "Why: " + why));
  }
}
