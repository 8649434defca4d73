package dev.aiwf.engine;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Inbox.Envelope;
import dev.aiwf.core.port.Inbox.Receipt;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.SeededStore;
import dev.aiwf.engine.store.StoreTrouble;
import dev.aiwf.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One life of core and engine out of a seed, in one thread: who sends what, which lane goes next,
 * what fails, when the process dies and where the clock jumps all follow from it.
 */
final class SeededRun implements AutoCloseable {

  private static final int MOST_NESTED = 2;
  private static final int UNTIL_CALM = 5_000;
  private static final int UNTIL_HELD_UP = 500;

  private final RandomGenerator random;
  private final boolean faults;

  /** Some teams take their time: only there is anybody reminded. */
  private final boolean slow;

  private final DataFolder folder;
  private final Mutant mutant;
  private final SettableClock clock = SettableClock.begun();
  private final List<Instant> putBackFrom = new ArrayList<>();
  private final SeededStore store;
  private final SeededWorld world;
  private final SeededPeople people;
  private final List<Envelope> undelivered = new ArrayList<>();
  private final List<Ack> acks = new ArrayList<>();
  private SeededThreads threads = new SeededThreads();
  private Engine engine;
  private boolean calm;
  private int nested;

  /**
   * What was acknowledged.
   *
   * @param envelope the command as it was sent
   * @param receipt what its sender was told
   */
  record Ack(Envelope envelope, Receipt receipt) {}

  /**
   * A run that is about to begin.
   *
   * @param faults whether the seed decides what fails; otherwise only {@code failing} does
   */
  SeededRun(
      long seed, DataFolder folder, Mutant mutant, boolean faults, SeededWorld.Failing failing) {
    this.random = new SplittableRandom(seed);
    this.faults = faults;
    this.slow = random.nextInt(4) == 0;
    this.folder = folder;
    this.mutant = mutant;
    this.store = new SeededStore(mutant, this::meanwhile);
    this.world =
        new SeededWorld(
            this::meanwhile, faults ? unlessCalm(SeededWorld.sometimes(random)) : failing);
    // A gate is come back to before its reminder is due only where nobody is in a hurry.
    this.people = new SeededPeople(random, slow);
    this.engine = opened();
  }

  private SeededWorld.Failing unlessCalm(SeededWorld.Failing failing) {
    return new SeededWorld.Failing() {
      @Override
      public void before(long call, SeededWorld.Door door) throws NotNow, NotEver {
        store.alive();
        if (!calm) {
          failing.before(call, door);
        }
      }

      @Override
      public void after(long call) throws NotNow {
        if (!calm) {
          failing.after(call);
        }
      }
    };
  }

  private Engine opened() {
    threads = new SeededThreads();
    nested = MOST_NESTED; // Nobody comes in before the door is open.
    Engine opened =
        Engine.on(
            new Engine.Parts(folder, clock, List.of(Reminding.TWO_STEPS), world, world),
            new Engine.Inside(store.open(), mutant.deciding(), new NoCourtesy(), threads, threads));
    opened.work(List.of(world));
    nested = 0;
    return opened;
  }

  /** So much happens, then everything is let come to rest and looked at. */
  void live(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
      if (store.dead()) {
        engine = opened();
      }
    }
    rest();
    engine = opened();
    rest();
    new Invariants(engine, store, world, acks, clock.instant(), putBackFrom).hold();
  }

  private void step() {
    try {
      somethingHappens();
    } catch (StoreTrouble e) {
      // Whoever looked something up is told; the tick and the sweep come again.
    }
  }

  private void somethingHappens() {
    int dice = random.nextInt(100);
    if (dice < 50 && threads.hasTasks()) {
      threads.runOne(random);
    } else if (dice < 78) {
      undelivered.add(people.next(engine.projects()));
      deliver();
    } else if (dice < 84) {
      deliver();
    } else if (dice < 88 && !acks.isEmpty()) {
      accept(acks.get(random.nextInt(acks.size())).envelope());
    } else if (dice < 94) {
      timePasses();
    } else if (faults) {
      somethingWillFail();
    }
  }

  private void timePasses() {
    switch (slow && random.nextInt(3) > 0 ? 8 : random.nextInt(faults ? 8 : 6)) {
      case 0, 1, 2 -> clock.tick(Duration.ofMillis(random.nextInt(3_000)));
      case 3, 4 -> clock.tick(Duration.ofMinutes(random.nextInt(120)));
      case 5 -> clock.tick(Duration.ofHours(random.nextInt(72)));
      case 6 -> {
        Duration back = Duration.ofHours(random.nextInt(30));
        putBackFrom.add(clock.instant());
        clock.tick(back.negated());
      }
      case 7 -> engine.sweep();
      default -> clock.tick(Duration.ofHours(random.nextInt(20)));
    }
    engine.tick();
  }

  private void somethingWillFail() {
    switch (random.nextInt(4)) {
      case 0, 1 -> store.failing().refuseAfter(random.nextInt(40));
      case 2 -> store.failing().dieAfter(random.nextInt(60));
      default -> store.die();
    }
  }

  /** What else happens while somebody waits for a port or for the writer. */
  private void meanwhile() {
    store.alive();
    if (calm || nested >= MOST_NESTED || random.nextInt(6) > 0) {
      return;
    }
    nested++;
    try {
      for (int i = random.nextInt(1, 4); i > 0 && !store.dead(); i--) {
        step();
      }
    } finally {
      nested--;
    }
    store.alive();
  }

  private void deliver() {
    if (!undelivered.isEmpty()) {
      accept(undelivered.remove(random.nextInt(undelivered.size())));
    }
  }

  private void accept(Envelope envelope) {
    if (store.dead()) {
      undelivered.add(envelope);
      return;
    }
    try {
      acks.add(new Ack(envelope, engine.inbox().accept(envelope)));
    } catch (Inbox.Busy e) {
      undelivered.add(envelope);
    }
  }

  private void rest() {
    calm = true;
    store.failing().disarm();
    for (int i = 0; !(engine.idle() && undelivered.isEmpty()); i++) {
      if (i > UNTIL_HELD_UP && world.refusedForEver > 0) {
        return; // What is held up by a commit that was given up looks again and again.
      }
      if (i > UNTIL_CALM) {
        throw new AssertionError("it never comes to rest");
      }
      deliver();
      if (threads.hasTasks()) {
        threads.runOne(random);
      } else {
        clock.tick(Duration.ofMinutes(6));
        engine.tick();
        engine.sweep();
      }
    }
  }

  /** How many statements it took, and how many calls of a port. */
  Counts counts() {
    return new Counts(store.failing().seen(), world.calls(), acks.size());
  }

  /** What a run did. */
  record Counts(long statements, long calls, int acknowledged) {}

  /** The statement with that number is refused. */
  SeededRun refusing(long statement) {
    store.failing().refuseAfter(statement - store.failing().seen());
    return this;
  }

  /** The statement with that number is the last that the process does. */
  SeededRun dyingAt(long statement) {
    store.failing().dieAfter(statement - store.failing().seen());
    return this;
  }

  @Override
  public void close() {
    store.close();
  }

  /** In one thread nobody can wait for anybody. */
  private static final class NoCourtesy extends Courtesy {
    @Override
    void arrives() {}

    @Override
    void answered() {}
  }
}
