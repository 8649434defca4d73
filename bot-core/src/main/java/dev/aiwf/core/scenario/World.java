package dev.aiwf.core.scenario;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.talk.Inquiry;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What effects come to: a repository that takes everything, unless it was told to refuse. */
final class World {

  private static final String SIDECAR = "sidecar.yaml";

  private final Workflow workflow;
  private final Optional<Knowledge> knowledge;
  private final List<Effect.Publish> held = new ArrayList<>();
  private long effects;
  private @Nullable String refusal;

  World(Workflow workflow, Optional<Knowledge> knowledge) {
    this.workflow = workflow;
    this.knowledge = knowledge;
  }

  /**
   * What the project is told of an effect.
   *
   * @param at when
   * @param sender who tells it
   * @param action what
   */
  record Report(Instant at, Sender sender, Action action) {}

  /** Refuses for this reason from now on; none to take everything again. */
  void refuses(@Nullable String reason) {
    refusal = reason;
  }

  /** What comes of an effect; none if nobody is told. */
  Optional<Report> does(Effect effect, Sidecar sidecar, Instant now) throws InterruptedException {
    return switch (effect) {
      case Effect.Show _, Effect.Whisper _ -> Optional.empty();
      case Effect.Remind(_, var menu, var count, var due) ->
          Optional.of(report(due, new Action.Remind(menu, count)));
      case Effect.OpenRepository open -> Optional.of(report(now, opened(open)));
      // Whoever talks does so on the stage.
      case Effect.Talk _, Effect.StopTalk _ -> Optional.empty();
      case Effect.Consult consult ->
          knowledge.isEmpty()
              ? Optional.empty()
              : Optional.of(report(now, Inquiry.of(knowledge.get(), consult)));
      case Effect.Remember _ -> Optional.empty();
      case Effect.ReadArtifact read ->
          Optional.of(
              report(now, new Action.ArtifactMissed(read.path(), "It is kept in no repository.")));
      // A repository that is played in memory has no texts of its own.
      case Effect.ReadDocuments _ ->
          Optional.of(report(now, new Action.BriefRefused("The repository is empty.")));
      case Effect.Publish publish -> published(publish, sidecar).map(done -> report(now, done));
    };
  }

  /** What was given up, and waits for somebody to start the project again. */
  List<Effect> takeHeld() {
    List<Effect> taken = List.copyOf(held);
    held.clear();
    return taken;
  }

  /** What is told of something that came to its end. */
  Report report(Instant at, Action action) {
    effects++;
    return new Report(at, new Sender.Effect(effects), action);
  }

  private Action opened(Effect.OpenRepository open) {
    String folder = "aiwf/" + open.project();
    String address =
        open.linked() == null ? "repositories/" + open.project() + ".git" : open.linked();
    return refusal == null
        ? new Action.RepositoryRead(address, folder, folder)
        : new Action.RepositoryRefused(refusal);
  }

  /** One that was given up holds up all that come after it. */
  private Optional<Action> published(Effect.Publish publish, Sidecar sidecar) {
    if (refusal == null && held.isEmpty()) {
      String sha = "%07x".formatted(publish.toString().hashCode() & 0xfffffff).repeat(6);
      return Optional.of(
          new Action.Published(publish.step(), sha.substring(0, 40), files(publish, sidecar)));
    }
    held.add(publish);
    return held.size() == 1 && refusal != null
        ? Optional.of(new Action.PublishRefused(publish.step(), refusal))
        : Optional.empty();
  }

  private List<String> files(Effect.Publish publish, Sidecar sidecar) {
    Known known = Known.of(workflow, sidecar.answers());
    List<String> before =
        sidecar.repository().commits().stream().flatMap(c -> c.files().stream()).toList();
    Stream<Write> passedBy =
        sidecar.way().skipped().keySet().stream()
            .flatMap(step -> Stream.ofNullable(workflow.step(step).skipWhen()))
            .map(Step.Skip::writes)
            .flatMap(List::stream)
            .filter(write -> !before.contains(write.to()));
    Stream<Write> completed =
        sidecar.way().completed().contains(publish.step())
            ? workflow.step(publish.step()).writes().stream()
            : Stream.empty();
    return Stream.concat(
            Stream.concat(completed, passedBy)
                .filter(write -> write.at(sidecar.depth()) && known.holds(write.when()))
                .map(Write::to),
            Stream.of(SIDECAR))
        .distinct()
        .toList();
  }
}
