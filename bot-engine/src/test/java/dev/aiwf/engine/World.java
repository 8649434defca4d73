package dev.aiwf.engine;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Renderer;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.FakeArtifacts;
import dev.aiwf.testkit.FakeMemory;
import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.TwoSteps;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The world around an engine, as a test wants it: it notes what is done to it and says no on cue.
 */
public final class World implements Surface, Repositories, Renderer {

  public static final ChannelId CHANNEL = new ChannelId("test:room");

  public final SettableClock clock = SettableClock.begun();
  private volatile @Nullable CountDownLatch held;
  final Semaphore waiting = new Semaphore(0);
  public final List<String> shown = new ArrayList<>();
  final List<Showing> showings = new ArrayList<>();
  final List<String> whispers = new ArrayList<>();
  final List<Effect.Publish> published = new ArrayList<>();
  final List<Publication> publications = new ArrayList<>();
  final List<ProjectId> removed = new ArrayList<>();
  public final FakeMemory memory = new FakeMemory();
  private final Deque<Exception> refusals = new ArrayDeque<>();
  private final Deque<Exception> fileRefusals = new ArrayDeque<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final Path path;
  private final Store store;
  private final FakeArtifacts artifacts = new FakeArtifacts();
  private boolean deaf;
  private List<Workflow> offered = List.of(TwoSteps.workflow());

  public World(Path path, Store store) {
    this.path = path;
    this.store = store;
  }

  World offering(Workflow... workflows) {
    offered = List.of(workflows);
    return this;
  }

  public List<Workflow> offered() {
    return offered;
  }

  /** From now on every redraw waits for its turn until the latch opens. */
  void holdsRedraws(CountDownLatch until) {
    held = until;
  }

  @Override
  public boolean held(ChannelId channel, boolean again) throws InterruptedException {
    CountDownLatch until = held;
    if (!again || until == null) {
      return false;
    }
    waiting.release();
    until.await();
    return true;
  }

  /** The next thing that is to be shown or whispered is answered with this. */
  public synchronized void refuses(Exception next) {
    refusals.add(next);
  }

  /** The next thing that is to be done to a repository is answered with this. */
  synchronized void refusesFiles(Exception next) {
    fileRefusals.add(next);
  }

  /** Whether every no was given. */
  public synchronized boolean allRefused() {
    return refusals.isEmpty() && fileRefusals.isEmpty();
  }

  public Engine engine() throws DataFolder.InUse {
    Engine engine = sleeping();
    engine.work(List.of(this));
    return engine;
  }

  /** One that takes commands but does nothing yet. */
  public Engine sleeping() throws DataFolder.InUse {
    return Engine.open(parts(DataFolder.take(path)));
  }

  Engine.Parts parts(DataFolder folder) {
    return new Engine.Parts(
        folder,
        store,
        clock,
        offered,
        this,
        this,
        memory,
        Watch.NONE,
        Optional.empty(),
        Duration.ofDays(90));
  }

  /** Into the database, past the engine. */
  public Connection connection() throws SQLException {
    Opening opening = Opening.of(store, path);
    return DriverManager.getConnection(opening.url(), opening.user(), opening.password());
  }

  /** From now on nothing can ever be shown, or everything can again. */
  synchronized void showsNothing(boolean nothing) {
    deaf = nothing;
  }

  private static void mayRefuse(Deque<Exception> refusals) throws NotNow, NotEver {
    switch (refusals.poll()) {
      case null -> {}
      case NotNow later -> throw later;
      case NotEver never -> throw never;
      case Exception other -> throw new IllegalStateException(other);
    }
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public synchronized Posted show(Showing showing) throws NotNow, NotEver {
    if (deaf) {
      throw new NotEver("Invite aiwf first.");
    }
    mayRefuse(refusals);
    showings.add(showing);
    shown.add(showing.message().key() + (showing.posted() == null ? "" : " again"));
    return new Posted(
        "room", showing.posted() == null ? "id-" + ids.incrementAndGet() : showing.posted());
  }

  @Override
  public synchronized void whisper(
      ChannelId channel, @Nullable String root, Person person, Content content)
      throws NotNow, NotEver {
    mayRefuse(refusals);
    whispers.add(person.name() + ": " + content.text());
  }

  @Override
  public synchronized Opened open(Effect.OpenRepository effect) throws NotNow, NotEver {
    mayRefuse(fileRefusals);
    return new Opened(new Repository.Place("memory", "aiwf/x", "aiwf/x"), List.of(), List.of());
  }

  @Override
  public synchronized Commit publish(Publication publication) throws NotNow, NotEver {
    mayRefuse(fileRefusals);
    published.add(publication.effect());
    publications.add(publication);
    publication.files().forEach(file -> artifacts.put(file.path(), file.text()));
    return new Commit("a1b2c3d4e5f6", publication.files().stream().map(File::path).toList());
  }

  /** Somebody wrote this into a file that was committed. */
  void lies(String path, String text) {
    artifacts.put(path, text);
  }

  @Override
  public Artifacts artifacts() {
    return artifacts;
  }

  @Override
  public synchronized void remove(ProjectId project) throws NotNow, NotEver {
    mayRefuse(fileRefusals);
    removed.add(project);
  }

  @Override
  public Import read(Workflow workflow, Found found) {
    return Import.unreadable(
        new Import.Source(found.path(), found.head(), found.bot()), found.sidecar());
  }

  @Override
  public List<File> render(Workflow workflow, Sidecar sidecar) {
    return List.of(new File("sidecar.yaml", "number: " + sidecar.number()));
  }
}
