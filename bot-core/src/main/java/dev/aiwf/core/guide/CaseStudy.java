package dev.aiwf.core.guide;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Workflow;
import java.time.LocalDate;
import java.util.List;

/**
 * What a finished project leaves to those that come after it, in plain words and without a person's
 * name: the decisions that stood in the end, and how warnings were met.
 *
 * @param name what people call the project
 * @param finished the day it came to its end
 */
public record CaseStudy(
    ProjectId project,
    String name,
    LocalDate finished,
    List<Choice> decisions,
    List<Met> warnings) {

  public CaseStudy {
    decisions = List.copyOf(decisions);
    warnings = List.copyOf(warnings);
  }

  /** What a project leaves as it stands. */
  public static CaseStudy of(Workflow workflow, Sidecar sidecar) {
    return CaseWords.study(workflow, sidecar);
  }

  /**
   * A decision that was taken.
   *
   * @param id what it is called in the project's log
   * @param about what it is about, in words that a topic can be told from, the closest first
   * @param place where it stands in the log
   * @param options what there was to choose from, each as "name: what it is"
   * @param considerations what it rested on, and what came of it
   * @param chosen what was chosen and why
   */
  public record Choice(
      String id,
      List<String> about,
      String place,
      String question,
      List<String> options,
      List<String> considerations,
      String chosen) {
    public Choice {
      about = List.copyOf(about);
      options = List.copyOf(options);
      considerations = List.copyOf(considerations);
    }
  }

  /**
   * A warning, and how somebody said it would be met.
   *
   * @param id what it is called in the project
   * @param about what it is about, in words that a topic can be told from, the closest first
   * @param place where it stands in the log
   * @param signs how it was noticed
   * @param outcome what came of the project all the same
   * @param mitigation how it was to be met
   */
  public record Met(
      String id,
      List<String> about,
      String place,
      String title,
      String description,
      List<String> signs,
      List<String> outcome,
      String mitigation) {
    public Met {
      about = List.copyOf(about);
      signs = List.copyOf(signs);
      outcome = List.copyOf(outcome);
    }
  }
}
