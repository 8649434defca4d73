package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Consulting;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up in a project, and what came of it.
 *
 * @param shell what is around it
 * @param warnings what speaks against something here, and how it will be met
 * @param steps the steps that asked, in the order of the way
 * @param gaps what was asked and is in no knowledge base
 * @param missed how often in a row nobody could be asked
 * @param consult the way to look something up; none where the project stands still
 */
public record FindingsView(
    Shell shell,
    List<Warned> warnings,
    List<Asking> steps,
    List<String> gaps,
    int missed,
    @Nullable String consult) {

  static FindingsView of(Shell shell, Projects.Standing standing) {
    Sidecar sidecar = standing.sidecar();
    Optional<Situation> here =
        Situation.of(standing.workflow(), sidecar).filter(Situation::underWay);
    List<Finding> unmet = Consulting.unmet(standing.workflow(), sidecar);
    Stream<Finding> met =
        sidecar.remarks().met().keySet().stream()
            .flatMap(name -> sidecar.findings().warned(name).stream());
    return new FindingsView(
        shell,
        Stream.concat(unmet.stream(), met)
            .map(finding -> Warned.of(sidecar, here.isPresent(), finding))
            .toList(),
        standing.workflow().steps().stream()
            .filter(step -> !sidecar.findings().in(step.id()).isEmpty())
            .map(step -> Asking.of(sidecar.findings(), step))
            .toList(),
        Consulting.gaps(sidecar).stream().map(Consult::topic).distinct().toList(),
        sidecar.findings().missed(),
        here.map(_ -> FormRefs.query(new FormRef.Consult())).orElse(null));
  }

  /**
   * A warning.
   *
   * @param met how it will be met; none if nobody said yet
   * @param acknowledge the way to say so; none where it can't be said now
   */
  public record Warned(FindingView finding, Use.@Nullable Met met, @Nullable String acknowledge) {

    private static Warned of(Sidecar sidecar, boolean underWay, Finding finding) {
      Use.Met met = Use.Met.of(sidecar, finding.id());
      return new Warned(
          FindingView.of(finding),
          met,
          met != null || !underWay
              ? null
              : FormRefs.query(new FormRef.Acknowledge(Findings.warning(finding.id()))));
    }
  }

  /** A step and all that it asked. */
  public record Asking(String step, List<Question> questions) {

    private static Asking of(Findings findings, Step step) {
      return new Asking(
          step.title(),
          findings.in(step.id()).stream()
              .map(asked ->
                  new Question(
                      asked.consult().topic(),
                      sought(asked.consult().tool()),
                      since(asked),
                      findings.found(asked).map(FindingView::of).toList()))
              .toList());
    }

    private static @Nullable String since(Findings.Asked asked) {
      var since = asked.since();
      return since == null ? null : Words.day(since) + ", " + Words.time(since);
    }

    private static String sought(String tool) {
      return switch (tool) {
        case "get_decisions" -> "decisions";
        case "get_patterns" -> "patterns";
        case "get_warnings" -> "warnings";
        case "get_methodologies" -> "methods";
        default -> "anything";
      };
    }
  }

  /**
   * A question, and what came back.
   *
   * @param sought what sort of item was asked for
   * @param since when that was true, where nobody could be asked
   */
  public record Question(
      String topic, String sought, @Nullable String since, List<FindingView> found) {
    public Question {
      found = List.copyOf(found);
    }
  }
}
