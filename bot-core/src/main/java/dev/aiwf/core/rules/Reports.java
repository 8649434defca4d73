package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** What effects report. Nobody is told of a report that comes too late; it just changes nothing. */
final class Reports {

  private static final Outcome NOTHING = Outcome.of();

  private Reports() {}

  static Outcome decide(Workflow workflow, @Nullable Sidecar sidecar, Action.ByEffect action) {
    if (sidecar == null) {
      return NOTHING;
    }
    boolean opening = sidecar.status() == Status.OPENING;
    return switch (action) {
      case Action.RepositoryRead(var address, var branch, var folder) ->
          opening
              ? Outcome.of(
                  new Fact.RepositoryOpened(address, branch, folder),
                  new Fact.StepEntered(workflow.first().id()))
              : NOTHING;
      case Action.RepositoryRefused(var reason) ->
          opening ? Outcome.of(new Fact.RepositoryRefused(reason)) : NOTHING;
      case Action.Published(var step, var commit, var files) ->
          Outcome.of(new Fact.Published(step, commit, files));
      case Action.PublishRefused(var step, var reason) ->
          Outcome.of(new Fact.PublishRefused(step, reason));
    };
  }
}
