package dev.aiwf.engine;

import dev.aiwf.core.port.Architect;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.port.Operations;
import dev.aiwf.core.port.People;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Renderer;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.turn.Turn;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.backup.Backups;
import dev.aiwf.engine.backup.Restores;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.Durability;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.Store;
import dev.aiwf.engine.store.StoreTrouble;
import dev.aiwf.engine.store.UnusableDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door to this room: stores commands, takes them through, does what comes of them. */
public final class Engine implements AutoCloseable {

  private static final int TURNS_BESIDE = 1;
  private static final int MOST_TURNS = 4;
  private static final int EFFECTS_BESIDE = 4;
  private static final int MOST_EFFECTS = 32;
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final InstantSource clock;
  private final DataFolder folder;
  private final Database database;
  private final Shelf shelf;
  private final Waiters waiters = new Waiters();
  private final Followers followers = new Followers();
  private final Intake intake;
  private final Reading reading;
  private final Hands hands;
  private final Budget budget;
  private final Links links;
  private final Sweep sweep;
  private final Lanes turns;
  private final Lanes effects;
  private final Scheduled scheduled;
  private final Proof proof;
  private final Desk desk;
  private final Oblivion oblivion;
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("aiwf-tick").factory());

  private volatile boolean resting;

  private Engine(Parts parts, Inside inside) {
    clock = parts.clock();
    folder = parts.folder();
    database = inside.database();
    intake = new Intake(database, clock, inside.courtesy(), waiters, this::offerTurn);
    shelf = new Shelf(database, parts.offered());
    budget = new Budget(database, clock);
    links = new Links(database, clock, new SecureRandom());
    Sketches sketches = new Sketches(database, clock);
    reading = new Reading(database, shelf, new Lines(), followers, sketches);
    hands =
        new Hands(
            database,
            shelf,
            new Talks(database, shelf, sketches, budget, parts.watch()),
            parts.repositories(),
            parts.renderer(),
            parts.memory());
    sweep = new Sweep(database, clock, this::offerTurn, this::offerEffect);
    scheduled =
        new Scheduled(database, clock, sweep::due, new Clearing(database, clock, parts.keeps()));
    effects =
        new Lanes(
            inside.effects(),
            clock,
            new Effects(
                new Effects.Parts(
                    database,
                    clock,
                    hands,
                    inside.courtesy().door(EFFECTS_BESIDE, MOST_EFFECTS),
                    parts.watch(),
                    parts.quiet(),
                    scheduled,
                    this::offerTurn)));
    turns =
        new Lanes(
            inside.turns(),
            clock,
            new Turns(
                new Turns.Parts(
                    database,
                    shelf,
                    inside.deciding(),
                    hands::model,
                    inside.courtesy().door(TURNS_BESIDE, MOST_TURNS),
                    clock,
                    parts.watch(),
                    waiters,
                    followers,
                    scheduled,
                    places -> places.forEach(this::offerEffect))));
    proof = new Proof(database, shelf, turns);
    desk = new Desk(this, proof, database, clock, this::offerEffect);
    oblivion =
        new Oblivion(
            new Oblivion.Parts(
                database,
                shelf,
                clock,
                parts.repositories(),
                parts.memory(),
                waiters,
                followers,
                turns,
                effects,
                this::offerEffect));
    database
        .writer()
        .reconnected(() -> {
          shelf.forgetAll();
          sweep.all();
        });
  }

  /**
   * What an engine is made of.
   *
   * @param folder where it keeps everything; the engine gives it back when it is closed
   * @param store which database it keeps it in
   * @param clock the time
   * @param offered the workflows that a project can be started with, the default first
   * @param repositories where files go
   * @param renderer what makes the files
   * @param memory what keeps the decisions of finished projects
   * @param watch is told what was done and how long it took
   * @param quiet the hours in which nobody is reminded, if there are any
   * @param keeps how long what is done with is kept
   */
  public record Parts(
      DataFolder folder,
      Store store,
      InstantSource clock,
      List<Workflow> offered,
      Repositories repositories,
      Renderer renderer,
      Memory memory,
      Watch watch,
      Optional<QuietHours> quiet,
      Duration keeps) {

    private static final Duration A_QUARTER = Duration.ofDays(90);

    public Parts {
      offered = List.copyOf(offered);
    }

    /** With everything that may be set left as it is. */
    public Parts(
        DataFolder folder,
        InstantSource clock,
        List<Workflow> offered,
        Repositories repositories,
        Renderer renderer) {
      this(
          folder,
          new Store.InFolder(),
          clock,
          offered,
          repositories,
          renderer,
          Memory.NONE,
          Watch.NONE,
          Optional.empty(),
          A_QUARTER);
    }
  }

  /**
   * What an engine runs on; a test that wants every run to be the same puts something else here.
   *
   * @param courtesy who goes first
   * @param turns the threads that take commands through
   * @param effects the threads that do what comes of them
   */
  record Inside(
      Database database,
      Turns.Deciding deciding,
      Courtesy courtesy,
      ExecutorService turns,
      ExecutorService effects) {

    static Inside of(Database database) {
      return new Inside(
          database,
          Turn::take,
          new Courtesy(),
          Lanes.threads("aiwf-turn"),
          Lanes.threads("aiwf-effect"));
    }
  }

  /** Opens the store. Commands can be accepted and projects looked at; nothing is done yet. */
  public static Engine open(Parts parts) {
    Backups backups = new Backups(parts.folder().path(), parts.store(), parts.clock());
    try {
      var _ = new Restores(backups).takeUp();
      Opening opening = Opening.of(parts.store(), parts.folder().path());
      return on(parts, opening.open(backups::beforeMigration));
    } catch (RuntimeException e) {
      parts.folder().close();
      throw e;
    }
  }

  private static Engine on(Parts parts, Database database) {
    try {
      Engine engine = on(parts, Inside.of(database));
      engine.durability().doubts().forEach(LOG::warn);
      return engine;
    } catch (RuntimeException e) {
      database.close();
      throw UnusableDatabase.orItself(e);
    }
  }

  static Engine on(Parts parts, Inside inside) {
    return new Engine(parts, inside);
  }

  /**
   * Begins to work: takes up what was under way when the store was left, and goes on.
   *
   * @param surfaces where messages can be shown
   */
  public void work(List<Surface> surfaces) {
    work(surfaces, Means.NONE);
  }

  /**
   * Whom projects can ask.
   *
   * @param knowledge what steps ask; none where nothing is looked up
   * @param architect who talks; none where the guide leads
   * @param silent where the architect never talks
   * @param caps how much talking may cost
   */
  public record Means(
      Optional<Knowledge> knowledge, Optional<Architect> architect, Silent silent, Caps caps) {

    /** Nobody. */
    public static final Means NONE = knowing(Optional.empty());

    /** Somebody who knows. */
    public static Means knowing(Optional<Knowledge> knowledge) {
      return new Means(knowledge, Optional.empty(), Silent.NOWHERE, Caps.USUAL);
    }
  }

  /** The same with somebody to ask. */
  public void work(List<Surface> surfaces, Means means) {
    budget.caps(means.caps());
    hands.reach(surfaces, means);
    sweep.all();
    effects.open();
    turns.open();
  }

  /** Lets time move by itself, as it does outside of tests. */
  public void tickByItself() {
    var _ = ticking.scheduleWithFixedDelay(this::tick, 250, 250, TimeUnit.MILLISECONDS);
    var _ = ticking.scheduleWithFixedDelay(this::safeSweep, 30, 30, TimeUnit.SECONDS);
    scheduled.start();
  }

  /** Where commands are handed in. */
  public Inbox inbox() {
    return intake;
  }

  /** What is known of projects. */
  public Projects projects() {
    return reading;
  }

  /** Starts what waited for its time. Outside of tests this happens by itself. */
  public void tick() {
    turns.wake();
    effects.wake();
  }

  /** What waits, and what was given up. */
  public Figures figures() {
    return database.read(handle -> Figures.of(handle, clock.instant()));
  }

  /** What an operator may look at and do. */
  public Operations operations() {
    return desk;
  }

  /** Which persons are one human. */
  public People people() {
    return links;
  }

  /** Has people and projects forgotten. */
  public Forgetting forgetting() {
    return oblivion;
  }

  /** Whether more commands can be taken in. */
  public boolean ready() {
    return hindrance().isEmpty();
  }

  /** Why no more commands can be taken in just now; none if they can. */
  public Optional<String> hindrance() {
    if (resting) {
      return Optional.of("It is about to stop. What is taken in now is done at the next start.");
    }
    if (database.writer().full()) {
      return Optional.of("So much is waiting that nothing more is taken in.");
    }
    return database.writer().broken() && !mended()
        ? Optional.of("The database takes nothing just now. What was acknowledged is safe.")
        : Optional.empty();
  }

  /** Somebody has to try, for nobody sends anything to a program that is not ready. */
  private boolean mended() {
    try {
      return database.writer().write(InboxTable::takes);
    } catch (StoreTrouble e) {
      LOG.debug("The store is still away", e);
      return false;
    }
  }

  /** Whether the database keeps what it has taken, going by its own settings. */
  public Durability durability() {
    return database.writer().write(handle -> Durability.of(database.dialect(), handle));
  }

  /** Whether everything that was accepted is done, with all that came of it. */
  public boolean idle() {
    return turns.idle() && effects.idle();
  }

  /** The projects whose journal does not fold to the state that is stored. There should be none. */
  public List<ProjectId> unproven() {
    return proof.missing();
  }

  /** Takes up whatever nobody was woken for. Outside of tests this happens by itself. */
  void sweep() {
    sweep.all();
  }

  private void safeSweep() {
    try {
      sweep();
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

  /**
   * Lets effects that run come to their end, for some time, and begins no other; to be done before
   * whom they ask is closed, for a try that meets a closed door counts as one. Commands are taken
   * as ever; what comes of them waits for the next start.
   */
  public void rest() {
    resting = true;
    effects.close();
  }

  /** Lets what runs come to its end. What waits is taken up at the next start. */
  @Override
  public void close() {
    ticking.shutdown();
    scheduled.close();
    turns.close();
    effects.close();
    database.close();
    folder.close();
  }
}
