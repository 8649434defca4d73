package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What effects report. Nobody is told of a report that comes too late; it just changes nothing. */
final class Reports {

  private static final Outcome NOTHING = Outcome.of();

  private Reports() {}

  static Outcome decide(
      Workflow workflow, @Nullable Sidecar sidecar, Command command, Action.ByEffect action) {
    if (sidecar == null) {
      return NOTHING;
    }
    boolean opening = sidecar.status() == Status.OPENING;
    return switch (action) {
      case Action.RepositoryRead read ->
          opening ? opening(workflow, sidecar, command, read) : moved(sidecar, read);
      case Action.Remind(var menu, var count) ->
          Situation.of(workflow, sidecar)
              .filter(here -> here.visit().menu().equals(menu) && here.gateWaits())
              .filter(here -> here.visit().reminded() == count - 1)
              .map(_ -> Outcome.of(new Fact.Reminded(menu, count)))
              .orElse(NOTHING);
      case Action.RepositoryRefused(var reason, var linked) -> {
        if (opening) {
          yield Outcome.of(new Fact.RepositoryRefused(reason));
        }
        yield linked != null && linked.equals(sidecar.repository().linking())
            ? Outcome.of(new Fact.LinkRefused(linked, reason))
            : NOTHING;
      }
      case Action.Consulted consulted -> Consulting.came(workflow, consulted);
      case Action.KnowledgeMissed missed -> Consulting.missed(sidecar, missed);
      case Action.Talked talked -> Conversing.talked(workflow, sidecar, command, talked);
      case Action.ArtifactRead(var path, _, _) -> Outcome.of(new Fact.ArtifactShown(path));
      case Action.ArtifactMissed(var path, var reason) ->
          Outcome.of(new Fact.ArtifactMissed(path, reason));
      case Action.BriefRead _ ->
          sidecar.remarks().brief() == null
              ? Outcome.of(Remarking.given(sidecar, command))
              : NOTHING;
      case Action.BriefRefused(var reason) -> Outcome.of(new Fact.BriefRefused(reason));
      case Action.Published published -> published(workflow, sidecar, published);
      // Said once: until somebody brings it there again, nothing more is tried.
      case Action.ChannelRefused(var channel, var reason) ->
          sidecar.team().reaches(channel)
              ? Outcome.of(new Fact.ChannelLost(channel, reason))
              : NOTHING;
      case Action.PublishRefused(var step, var reason) ->
          Outcome.of(new Fact.PublishRefused(step, reason));
    };
  }

  private static Outcome published(Workflow workflow, Sidecar sidecar, Action.Published published) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact.Published(
            published.step(),
            published.commit(),
            published.files(),
            published.edited(),
            published.collisions(),
            published.elsewhere()));
    Proposing.proposed(workflow, sidecar, published).ifPresent(facts::add);
    return Outcome.of(facts);
  }

  /** Only to where the files were last asked to go. */
  private static Outcome moved(Sidecar sidecar, Action.RepositoryRead read) {
    String linked = read.linked();
    return linked != null && linked.equals(sidecar.repository().linking())
        ? Outcome.of(
            new Fact.Moved(new Repository.Place(read.address(), read.branch(), read.folder())))
        : NOTHING;
  }

  /** Where another project lies already, nothing goes on until somebody has said how. */
  private static Outcome opening(
      Workflow workflow, Sidecar sidecar, Command command, Action.RepositoryRead read) {
    Repository.Place place = new Repository.Place(read.address(), read.branch(), read.folder());
    Import found = read.found();
    if (found == null) {
      List<Fact> facts = new ArrayList<>();
      if (!read.documents().isEmpty() && sidecar.remarks().brief() == null) {
        facts.add(new Fact.DocumentsFound(read.documents()));
      }
      facts.addAll(Resuming.opened(workflow, sidecar, place));
      if (sidecar.remarks().brief() != null) {
        facts.addAll(Conversing.briefed(sidecar, command));
      }
      return Outcome.of(facts);
    }
    return new Repository.Found(place, found).equals(sidecar.repository().found())
        ? NOTHING
        : Outcome.of(new Fact.SidecarFound(place, found));
  }
}
