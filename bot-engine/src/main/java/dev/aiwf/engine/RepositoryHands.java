package dev.aiwf.engine;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Renderer;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Document;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Proposal;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Proposing;
import dev.aiwf.core.secret.Secrets;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.rows.Held;
import dev.aiwf.engine.rows.JournalTable;
import dev.aiwf.engine.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens repositories, reads what lies in them, and commits. */
final class RepositoryHands {

  private static final String SIDECAR = "sidecar.yaml";

  private final Database database;
  private final Shelf shelf;
  private final Repositories repositories;
  private final Renderer renderer;

  RepositoryHands(Database database, Shelf shelf, Repositories repositories, Renderer renderer) {
    this.database = database;
    this.shelf = shelf;
    this.repositories = repositories;
    this.renderer = renderer;
  }

  /** The beginning of a file. */
  Action excerpt(Effect.ReadArtifact read) throws NotNow, NotEver {
    return Excerpt.of(repositories.artifacts(), read);
  }

  Action opened(Effect.OpenRepository open) throws NotNow, NotEver {
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
  Action brief(Effect.ReadDocuments read) throws NotNow, NotEver {
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

  Action published(long row, Effect.Publish publish) throws NotNow, NotEver {
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

  /** What was committed before the project was taken up, or put back, stands in another journal. */
  private List<Repositories.File> earlier(Sidecar then, long number) {
    Repository.Origin origin = then.repository().origin();
    boolean ours = number <= then.number() && (origin == null || number > origin.number());
    return ours ? files(asOf(then.id(), number)) : List.of();
  }

  /** Everything as it was when the step was completed, however long the commit had to wait. */
  Sidecar asOf(ProjectId project, long number) {
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
