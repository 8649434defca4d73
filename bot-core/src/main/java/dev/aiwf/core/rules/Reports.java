package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
          opening ? Outcome.of(opened(workflow, sidecar, address, branch, folder)) : NOTHING;
      case Action.Remind(var menu, var count) ->
          Situation.of(workflow, sidecar)
              .filter(here -> here.visit().menu().equals(menu) && here.gateWaits())
              .filter(here -> here.visit().reminded() == count - 1)
              .map(_ -> Outcome.of(new Fact.Reminded(menu, count)))
              .orElse(NOTHING);
      case Action.RepositoryRefused(var reason) ->
          opening ? Outcome.of(new Fact.RepositoryRefused(reason)) : NOTHING;
      case Action.Published(var step, var commit, var files) ->
          Outcome.of(new Fact.Published(step, commit, files));
      case Action.PublishRefused(var step, var reason) ->
          Outcome.of(new Fact.PublishRefused(step, reason));
    };
  }

  private static List<Fact> opened(
      Workflow workflow, Sidecar sidecar, String address, String branch, String folder) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.RepositoryOpened(address, branch, folder));
    facts.addAll(Onward.from(workflow, sidecar, Optional.of(workflow.first())));
    return facts;
  }
}
