package dev.aiwf.web.pages;

import dev.aiwf.core.project.Fact;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Workflow;
import java.util.Arrays;
import java.util.Locale;

/** A choice of what happened. */
enum Only {
  ALL("All"),
  DECISIONS("Decisions"),
  GATE("Gate"),
  COMMITS("Commits");

  private final String title;

  Only(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is asked for; everything where that is nothing of these. */
  static Only of(String key) {
    return Arrays.stream(values()).filter(only -> only.key().equals(key)).findFirst().orElse(ALL);
  }

  boolean has(Workflow workflow, Fact fact) {
    return switch (this) {
      case ALL -> true;
      case DECISIONS ->
          (fact instanceof Fact.Answered answered && isDecision(workflow, answered.ask()))
              || (fact instanceof Fact.WentStale stale && isDecision(workflow, stale.ask()))
              || fact instanceof Fact.Noted;
      case GATE ->
          fact instanceof Fact.Checked
              || fact instanceof Fact.Signed
              || fact instanceof Fact.GateDecided
              || fact instanceof Fact.GateVoided
              || fact instanceof Fact.ConditionMet
              || fact instanceof Fact.PolicyChanged;
      case COMMITS -> fact instanceof Fact.Published || fact instanceof Fact.PublishRefused;
    };
  }

  private static boolean isDecision(Workflow workflow, String ask) {
    return workflow.ask(ask).filter(each -> each.type() instanceof AskType.Decision).isPresent();
  }
}
