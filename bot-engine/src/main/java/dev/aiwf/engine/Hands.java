package dev.aiwf.engine;

import dev.aiwf.core.guide.CaseStudy;
import dev.aiwf.core.port.Architect;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Renderer;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.port.Unreachable;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.talk.Inquiry;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.store.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reaches into the world for each kind of effect. */
final class Hands {

  private final Shelf shelf;
  private volatile Optional<Knowledge> knowledge = Optional.empty();
  private volatile Optional<Architect> architect = Optional.empty();
  private volatile Silent silent = Silent.NOWHERE;
  private final Talks talks;
  private final ChannelHands channels;
  private final RepositoryHands repositories;
  private final Memory memory;

  Hands(
      Database database,
      Shelf shelf,
      Talks talks,
      Repositories repositories,
      Renderer renderer,
      Memory memory) {
    this.shelf = shelf;
    this.talks = talks;
    this.channels = new ChannelHands(database);
    this.repositories = new RepositoryHands(database, shelf, repositories, renderer);
    this.memory = memory;
  }

  /** Where messages can be shown from now on, and who is asked. */
  void reach(List<Surface> connected, Engine.Means means) {
    knowledge = means.knowledge();
    architect = means.architect();
    silent = means.silent();
    channels.reach(connected);
  }

  /** Who talks in a project of these channels; none where the guide leads. */
  @Nullable String model(Collection<ChannelId> channels) {
    return silent.covers(channels) ? null : architect.map(Architect::model).orElse(null);
  }

  Done run(OutboxTable.Taken taken, Effect effect) throws NotNow, NotEver, InterruptedException {
    return switch (effect) {
      case Effect.Show show -> channels.show(taken, show);
      case Effect.Whisper whisper -> channels.whisper(taken.project(), whisper);
      case Effect.Remind(_, var menu, var count, _) ->
          Done.reporting(new Action.Remind(menu, count));
      case Effect.OpenRepository open -> Done.reporting(repositories.opened(open));
      case Effect.Consult consult -> consulted(consult);
      case Effect.Talk talk -> talked(taken.project(), talk);
      case Effect.StopTalk stop -> talks.stop(stop.talk());
      case Effect.ReadArtifact read -> Done.reporting(repositories.excerpt(read));
      case Effect.ReadDocuments read -> Done.reporting(repositories.brief(read));
      case Effect.Publish publish -> Done.reporting(repositories.published(taken.row(), publish));
      case Effect.Remember(var project, var number) ->
          remembered(repositories.asOf(project, number));
    };
  }

  /** Whoever was to be asked may have been ruled out since. */
  private Optional<Architect> talking(ProjectId project) {
    return shelf
        .project(project)
        .filter(held -> !silent.covers(held.sidecar().team().channels()))
        .flatMap(_ -> architect);
  }

  private Done talked(ProjectId project, Effect.Talk talk) throws InterruptedException {
    return talks.run(
        project, talk, new Talks.Means(talking(project), knowledge, channels::connected));
  }

  private Done remembered(Sidecar sidecar) throws NotNow {
    memory.keep(CaseStudy.of(shelf.workflow(sidecar.workflow().hash()), sidecar));
    return Done.NOTHING;
  }

  /** Where nobody can be asked that is told at once, and asked again later. */
  private Done consulted(Effect.Consult consult) throws InterruptedException {
    if (knowledge.isEmpty()) {
      return Done.NOTHING;
    }
    return Done.reporting(Inquiry.of(knowledge.get(), consult));
  }

  /** What is done where an effect was given up. */
  static Done refused(Effect effect, Exception trouble) {
    String why = String.valueOf(trouble.getMessage());
    return switch (effect) {
      case Effect.OpenRepository open ->
          Done.reporting(new Action.RepositoryRefused(why, open.linked()));
      case Effect.ReadArtifact read -> Done.reporting(new Action.ArtifactMissed(read.path(), why));
      case Effect.ReadDocuments _ -> Done.reporting(new Action.BriefRefused(why));
      case Effect.Publish publish -> Done.reporting(new Action.PublishRefused(publish.step(), why));
      case Effect.Talk talk -> Talks.givenUp(talk, why + " The questions go on.");
      case Effect.Show show ->
          trouble instanceof Unreachable
              ? Done.reporting(new Action.ChannelRefused(show.channel(), why))
              : Done.NOTHING;
      case Effect.Whisper _,
          Effect.Remind _,
          Effect.Consult _,
          Effect.StopTalk _,
          Effect.Remember _ ->
          Done.NOTHING;
    };
  }
}
