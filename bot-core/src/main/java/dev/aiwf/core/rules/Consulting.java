package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of the knowledge base, and which of what came back is put before people. */
public final class Consulting {

  private static final int LONGEST = 200;
  private static final int MOST_WARNINGS = 3;

  private Consulting() {}

  /** What a step still has to ask, as far as the answers make it worth asking. */
  public static List<Consult> toAsk(Workflow workflow, Sidecar sidecar, String step) {
    Known known = Known.of(workflow, sidecar.answers());
    return workflow.step(step).consults().stream()
        .filter(consult -> known.holds(consult.when()))
        .filter(consult -> !sidecar.findings().has(step, consult))
        .distinct()
        .toList();
  }

  /** What somebody's own words are asked for: warnings always, and whatever else fits. */
  public static List<Consult> about(String words) {
    return List.of(new Consult("search_knowledge", words), new Consult("get_warnings", words));
  }

  static Outcome again(Situation here, Action.Consult action) {
    String words = Clean.line(action.about());
    if (words.isEmpty() || words.length() > LONGEST) {
      return Outcome.invalid(
          "consult", "Say what to look for, in up to %d characters.".formatted(LONGEST));
    }
    return Outcome.of(new Fact.ConsultWanted(here.step().id(), words));
  }

  static Outcome came(Workflow workflow, Action.Consulted consulted) {
    return workflow.find(consulted.step()).isEmpty() || consulted.came().isEmpty()
        ? Outcome.of()
        : Outcome.of(
            new Fact.Consulted(
                consulted.step(), consulted.came(), consulted.since(), consulted.silent()));
  }

  static Outcome missed(Sidecar sidecar, Action.KnowledgeMissed missed) {
    boolean answered =
        missed.consults().stream().allMatch(each -> sidecar.findings().has(missed.step(), each));
    return answered
        ? Outcome.of()
        : Outcome.of(
            new Fact.KnowledgeMissed(
                missed.step(), missed.consults(), missed.tries(), missed.reason()));
  }

  /** The warnings of a step that weigh most, as far as no earlier step had them. */
  public static List<Finding> warnings(Sidecar sidecar, Step step) {
    Set<String> earlier =
        sidecar.findings().asked().stream()
            .takeWhile(asked -> !asked.step().equals(step.id()))
            .map(Findings.Asked::found)
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    return sidecar.findings().of(step.id()).stream()
        .filter(finding -> finding.kind() == Finding.Kind.WARNING)
        .filter(finding -> !earlier.contains(finding.id()))
        .sorted(
            Comparator.comparingDouble((Finding finding) -> -finding.score())
                .thenComparing(Finding::id))
        .limit(MOST_WARNINGS)
        .toList();
  }

  /** Those of all steps so far that nobody has said how to meet. */
  public static List<Finding> unmet(Workflow workflow, Sidecar sidecar) {
    return workflow.steps().stream()
        .flatMap(step -> warnings(sidecar, step).stream())
        .filter(finding -> !sidecar.remarks().met().containsKey(Findings.warning(finding.id())))
        .distinct()
        .toList();
  }

  /** What was asked and is not in the knowledge base. */
  public static List<Consult> gaps(Sidecar sidecar) {
    return sidecar.findings().asked().stream()
        .filter(asked -> asked.found().isEmpty())
        .map(Findings.Asked::consult)
        .distinct()
        .toList();
  }
}
