package dev.aiwf.engine;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Renderer;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.workflow.Workflow;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door to this room: stores commands, takes them through, does what comes of them. */
public final class Engine implements Inbox, Projects, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final InstantSource clock;
  private final DataFolder folder;
  private final Database database;
  private final Shelf shelf;
  private final Waiters waiters = new Waiters();
  private final Followers followers = new Followers();
  private final Hands hands;
  private final Sweep sweep;
  private final Lanes turns;
  private final Lanes effects;
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("aiwf-tick").factory());

  private Engine(Parts parts) {
    clock = parts.clock();
    folder = parts.folder();
    database = Database.open(parts.folder().path().resolve("aiwf.db"));
    shelf = new Shelf(database, parts.offered());
    hands = new Hands(database, shelf, parts.repositories(), parts.renderer());
    effects = new Lanes("aiwf-effect", clock, new Effects(database, clock, hands, this::offerTurn));
    turns =
        new Lanes(
            "aiwf-turn",
            clock,
            new Turns(
                database, shelf, waiters, followers, places -> places.forEach(this::offerEffect)));
    sweep = new Sweep(database, clock, this::offerTurn, this::offerEffect);
  }

  /**
   * What an engine is made of.
   *
   * @param folder where it keeps everything; the engine gives it back when it is closed
   * @param clock the time
   * @param offered the workflows that a project can be started with, the default first
   * @param repositories where files go
   * @param renderer what makes the files
   */
  public record Parts(
      DataFolder folder,
      InstantSource clock,
      List<Workflow> offered,
      Repositories repositories,
      Renderer renderer) {
    public Parts {
      offered = List.copyOf(offered);
    }
  }

  /** Opens the store. Commands can be accepted and projects looked at; nothing is done yet. */
  public static Engine open(Parts parts) {
    try {
      return new Engine(parts);
    } catch (RuntimeException e) {
      parts.folder().close();
      throw e;
    }
  }

  /**
   * Begins to work: takes up what was under way when the store was left, and goes on.
   *
   * @param surfaces where messages can be shown
   */
  public void work(List<Surface> surfaces) {
    hands.reach(surfaces);
    sweep.all();
    effects.open();
    turns.open();
  }

  /** Lets time move by itself, as it does outside of tests. */
  public void tickByItself() {
    var _ = ticking.scheduleWithFixedDelay(this::tick, 250, 250, TimeUnit.MILLISECONDS);
    var _ = ticking.scheduleWithFixedDelay(this::safeSweep, 30, 30, TimeUnit.SECONDS);
  }

  @Override
  public Receipt accept(Envelope envelope) throws Busy {
    if (database.writer().full()) {
      throw new Busy("So much is waiting that nothing more is taken in. Try again in a moment.");
    }
    Command command =
        new Command(
            CommandIds.of(envelope.origin(), envelope.event()),
            envelope.project(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            envelope.sender(),
            envelope.action());
    try {
      return database
          .writer()
          .write(
              handle -> InboxTable.insert(handle, command, envelope.digest()),
              stored -> {
                Long row = stored.row();
                if (row != null) {
                  offerTurn(new InboxTable.Place(row, Turns.lane(command.project())));
                }
              })
          .receipt();
    } catch (StoreTrouble e) {
      LOG.error("A command was not stored, and its sender is told so", e);
      throw new Busy("It could not be stored just now, so nothing changed. Try again in a moment.");
    }
  }

  @Override
  public Optional<Settled> await(String command, Duration atMost) throws InterruptedException {
    return waiters.await(
        command, atMost, () -> database.read(handle -> InboxTable.settled(handle, command)));
  }

  @Override
  public Optional<Settled> outcome(ProjectId project, String command) {
    return database.read(handle -> InboxTable.settled(handle, project, command));
  }

  @Override
  public Optional<Standing> find(ProjectId project) {
    return shelf.project(project).map(held -> new Standing(held.workflow(), held.sidecar()));
  }

  @Override
  public List<Line> list() {
    // Looked up first: a reader that waits for another reader may wait for ever.
    Map<String, Workflow> workflows = new HashMap<>();
    database
        .read(ProjectTable::workflows)
        .forEach(hash -> workflows.put(hash, shelf.workflow(hash)));
    return database.read(handle ->
        ProjectTable.list(handle, hash -> workflows.computeIfAbsent(hash, shelf::workflow)));
  }

  @Override
  public List<Message> messages(ProjectId project, long afterSeq, int limit) {
    return database.read(handle -> MessageTable.after(handle, project, afterSeq, limit));
  }

  @Override
  public List<Entry> facts(ProjectId project, long afterNumber, int limit) {
    return database.read(handle -> JournalTable.read(handle, project, afterNumber, limit));
  }

  @Override
  public Optional<Control> control(String id) {
    return database.read(handle -> MessageTable.control(handle, id));
  }

  @Override
  public Optional<Place> posted(String surface, String place, String platformId) {
    return database.read(handle -> MessageTable.place(handle, surface, place, platformId));
  }

  @Override
  public List<Workflow> offered() {
    return shelf.offered();
  }

  @Override
  public Following follow(ProjectId project, Runnable changed) {
    return followers.follow(project, changed);
  }

  /** Starts what waited for its time. Outside of tests this happens by itself. */
  public void tick() {
    turns.wake();
    effects.wake();
  }

  /** What waits, and what was given up. */
  public Figures figures() {
    return database.read(handle ->
        new Figures(
            InboxTable.countOpen(handle),
            OutboxTable.countWaiting(handle, clock.instant()),
            OutboxTable.countGivenUp(handle)));
  }

  /**
   * What waits, and what was given up.
   *
   * @param commands that wait for their turn
   * @param effects that wait to be done
   * @param givenUp effects that somebody should look at
   */
  public record Figures(long commands, long effects, long givenUp) {}

  /** Whether more commands can be taken in. */
  public boolean ready() {
    return !database.writer().full();
  }

  /** Whether everything that was accepted is done, with all that came of it. */
  public boolean idle() {
    return turns.idle() && effects.idle();
  }

  /** The projects whose journal does not fold to the state that is stored. There should be none. */
  public List<ProjectId> unproven() {
    return new Proof(database).missing();
  }

  private void safeSweep() {
    try {
      sweep.all();
    } catch (RuntimeException e) {
      LOG.error("A sweep failed; the next one comes", e);
    }
  }

  private void offerTurn(InboxTable.Place place) {
    turns.offer(place.lane(), place.row());
  }

  private void offerEffect(InboxTable.Place place) {
    effects.offer(place.lane(), place.row());
  }

  /** Lets what runs come to its end. What waits is taken up at the next start. */
  @Override
  public void close() {
    ticking.shutdown();
    turns.close();
    effects.close();
    database.close();
    folder.close();
  }
}
