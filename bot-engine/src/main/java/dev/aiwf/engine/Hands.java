package dev.aiwf.engine;

import dev.aiwf.core.chat.Message;
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
import dev.aiwf.core.project.Document;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Proposal;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Proposing;
import dev.aiwf.core.secret.Secrets;
import dev.aiwf.core.talk.Inquiry;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.rows.Held;
import dev.aiwf.engine.rows.JournalTable;
import dev.aiwf.engine.rows.MessageTable;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.store.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reaches into the world for each kind of effect. */
final class Hands {

  private static final String SIDECAR = "sidecar.yaml";
  private static final Duration WHILE_OFF = Duration.ofMinutes(1);

  private final Database database;
  private final Shelf shelf;
  private volatile Map<String, Surface> surfaces = Map.of();
  private volatile Optional<Knowledge> knowledge = Optional.empty();
  private volatile Optional<Architect> architect = Optional.empty();
  private volatile Silent silent = Silent.NOWHERE;
  private final Talks talks;
  private final Repositories repositories;
  private final Renderer renderer;
  private final Memory memory;

  Hands(
      Database database,
      Shelf shelf,
      Talks talks,
      Repositories repositories,
      Renderer renderer,
      Memory memory) {
    this.database = database;
    this.shelf = shelf;
    this.talks = talks;
    this.repositories = repositories;
    this.renderer = renderer;
    this.memory = memory;
  }

  /** Where messages can be shown from now on, and who is asked. */
  void reach(List<Surface> connected, Engine.Means means) {
    knowledge = means.knowledge();
    architect = means.architect();
    silent = means.silent();
    surfaces =
        connected.stream()
            .collect(Collectors.toUnmodifiableMap(Surface::name, Function.identity()));
  }

  /** Who talks in a project of these channels; none where the guide leads. */
  @Nullable String model(Collection<ChannelId> channels) {
    return silent.covers(channels) ? null : architect.map(Architect::model).orElse(null);
  }

  Done run(OutboxTable.Taken taken, Effect effect) throws NotNow, NotEver, InterruptedException {
    return switch (effect) {
      case Effect.Show show -> show(taken, show);
      case Effect.Whisper whisper -> whisper(taken.project(), whisper);
      case Effect.Remind(_, var menu, var count, _) ->
          Done.reporting(new Action.Remind(menu, count));
      case Effect.OpenRepository open -> Done.reporting(opened(open));
      case Effect.Consult consult -> consulted(consult);
      case Effect.Talk talk -> talked(taken.project(), talk);
      case Effect.StopTalk stop -> talks.stop(stop.talk());
      case Effect.ReadArtifact read -> Done.reporting(Excerpt.of(repositories.artifacts(), read));
      case Effect.ReadDocuments read -> Done.reporting(brief(read));
      case Effect.Publish publish -> Done.reporting(published(taken.row(), publish));
      case Effect.Remember(var project, var number) -> remembered(asOf(project, number));
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
        project,
        talk,
        new Talks.Means(
            talking(project), knowledge, surface -> Optional.ofNullable(surfaces.get(surface))));
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

  private Action opened(Effect.OpenRepository open) throws NotNow, NotEver {
    Repositories.Opened opened = repositories.open(open);
    Repository.Place place = opened.place();
    return new Action.RepositoryRead(
        place.address(),
        place.branch(),
        place.folder(),
        open.linked(),
        there(open.project(), opened).orElse(null),
        opened.documents().stream().map(Repositories.File::path).toList());
  }

  /** The texts as they are now; a secret in them stays where it is. */
  private Action brief(Effect.ReadDocuments read) throws NotNow, NotEver {
    List<Document> documents =
        repositories
            .open(new Effect.OpenRepository(read.project(), read.linked()))
            .documents()
            .stream()
            .filter(file -> read.paths().contains(file.path()))
            .map(file -> new Document(file.path(), Secrets.masked(file.text())))
            .toList();
    return documents.isEmpty()
        ? new Action.BriefRefused("The texts are not in the repository any more.")
        : new Action.BriefRead(documents);
  }

  /** The project that lies in this place; elsewhere in the repository, one of the same name. */
  private Optional<Import> there(ProjectId project, Repositories.Opened opened) {
    Workflow workflow =
        shelf
            .project(project)
            .filter(held -> held.sidecar().status() == Status.OPENING)
            .map(Held::workflow)
            .orElse(null);
    if (workflow == null) {
      return Optional.empty();
    }
    for (Repositories.Found found : opened.found()) {
      Import read = renderer.read(workflow, found);
      if (found.path().equals(opened.place().folder() + "/" + SIDECAR)
          || ProjectId.of(read.name()).equals(Optional.of(project))) {
        return Optional.of(read);
      }
    }
    return Optional.empty();
  }

  private Action published(long row, Effect.Publish publish) throws NotNow, NotEver {
    Sidecar then = asOf(publish.project(), publish.number());
    Repositories.Commit commit =
        repositories.publish(
            new Repositories.Publication(
                publish,
                row,
                files(then),
                number -> earlier(then, number),
                then.repository().resolutions(),
                then.repository().predecessors()));
    return new Action.Published(
        publish.step(),
        commit.sha(),
        commit.files(),
        commit.edits().stream().map(Repositories.Edit::path).toList(),
        commit.collisions(),
        commit.elsewhere(),
        suggestions(publish, commit));
  }

  /** What people wrote into the sidecar, which is written anew from the journal. */
  private List<Proposal.Suggestion> suggestions(
      Effect.Publish publish, Repositories.Commit commit) {
    Optional<Workflow> workflow = shelf.project(publish.project()).map(Held::workflow);
    return commit.edits().stream()
        .flatMap(edit -> Stream.ofNullable(edit.told()))
        .flatMap(told -> workflow.stream().flatMap(each -> suggestions(each, told)))
        .toList();
  }

  private Stream<Proposal.Suggestion> suggestions(Workflow workflow, Repositories.Change told) {
    return Proposing.between(read(workflow, told.before()), read(workflow, told.after())).stream();
  }

  private Import read(Workflow workflow, String sidecar) {
    return renderer.read(workflow, new Repositories.Found(SIDECAR, sidecar, "", null));
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

  private Done show(OutboxTable.Taken taken, Effect.Show show)
      throws NotNow, NotEver, InterruptedException {
    ProjectId project = taken.project();
    Wanted wanted = database.read(handle -> Wanted.of(handle, project, show));
    if (wanted.stands()) {
      return Done.NOTHING;
    }
    Surface surface = surface(show.channel());
    if (surface.held(show.channel(), wanted.posting().isPresent())) {
      wanted = database.read(handle -> Wanted.of(handle, project, show));
    }
    Optional<Message> message = wanted.message();
    if (message.isEmpty() || wanted.stands()) {
      return Done.NOTHING;
    }
    Surface.Posted posted =
        surface.show(
            new Surface.Showing(
                show.channel(),
                project + "/" + message.get().number(),
                message.get(),
                wanted.posting().map(p -> p.posted().id()).orElse(null),
                wanted.root(),
                taken.unsure() || wanted.doubted()));
    return handle -> {
      MessageTable.posted(
          handle, project, show.message(), show.channel(), posted, message.get().seq());
      return Optional.empty();
    };
  }

  private Done whisper(ProjectId project, Effect.Whisper whisper)
      throws NotNow, NotEver, InterruptedException {
    surface(whisper.channel())
        .whisper(
            whisper.channel(),
            database.read(handle -> root(handle, project, whisper.channel())),
            whisper.person(),
            whisper.content());
    return Done.NOTHING;
  }

  private Surface surface(ChannelId channel) throws NotNow {
    Surface surface = surfaces.get(channel.surface());
    if (surface == null) {
      throw new NotNow(channel.surface() + " is not connected", WHILE_OFF);
    }
    return surface;
  }

  private static @Nullable String root(Handle handle, ProjectId project, ChannelId channel) {
    return MessageTable.posting(handle, project, MessageKeys.STATUS, channel)
        .map(posting -> posting.posted().id())
        .orElse(null);
  }

  /**
   * A message that is to be shown, all of it read at one time.
   *
   * @param posting where it stands already
   * @param root under what it stands
   * @param doubted whether it was tried before and may stand there although nobody was told
   */
  private record Wanted(
      Optional<Message> message,
      Optional<MessageTable.Posting> posting,
      @Nullable String root,
      boolean doubted) {

    /** Whether there is nothing to be shown that does not stand there already. */
    boolean stands() {
      return message
          .filter(said -> posting.filter(there -> there.seq() >= said.seq()).isEmpty())
          .isEmpty();
    }

    static Wanted of(Handle handle, ProjectId project, Effect.Show show) {
      return new Wanted(
          MessageTable.find(handle, project, show.message()),
          MessageTable.posting(handle, project, show.message(), show.channel()),
          Hands.root(handle, project, show.channel()),
          OutboxTable.doubted(handle, show));
    }
  }

  /** What was committed before the project was taken up, or put back, stands in another journal. */
  private List<Repositories.File> earlier(Sidecar then, long number) {
    Repository.Origin origin = then.repository().origin();
    boolean ours = number <= then.number() && (origin == null || number > origin.number());
    return ours ? files(asOf(then.id(), number)) : List.of();
  }

  /** Everything as it was when the step was completed, however long the commit had to wait. */
  private Sidecar asOf(ProjectId project, long number) {
    List<Entry> journal =
        database.read(handle -> JournalTable.read(handle, project, 0, Math.toIntExact(number)));
    Sidecar sidecar = Evolve.fold(project, journal);
    if (sidecar == null || sidecar.number() != number) {
      throw new IllegalStateException("the journal of " + project + " ends before " + number);
    }
    return sidecar;
  }

  private List<Repositories.File> files(Sidecar sidecar) {
    return renderer.render(shelf.workflow(sidecar.workflow().hash()), sidecar);
  }
}
