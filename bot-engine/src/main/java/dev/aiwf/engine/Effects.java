package dev.aiwf.engine;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.turn.Effect;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is in the outbox, and brings the results back through the inbox. */
final class Effects implements Lanes.Work {

  private static final Logger LOG = LoggerFactory.getLogger(Effects.class);
  private static final int MOST_TRIES = 12;
  private static final int MOST_TRIES_WHEN_BROKEN = 3;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration WHILE_STOPPED = Duration.ofMinutes(1);

  private final Database database;
  private final InstantSource clock;
  private final Hands hands;
  private final Consumer<InboxTable.Place> reports;

  Effects(Database database, InstantSource clock, Hands hands, Consumer<InboxTable.Place> reports) {
    this.database = database;
    this.clock = clock;
    this.hands = hands;
    this.reports = reports;
  }

  @Override
  public Lanes.Next take(String lane, long row) {
    if (database.read(handle -> OutboxTable.stopped(handle, lane, row))) {
      return new Lanes.Next.Again(WHILE_STOPPED);
    }
    Optional<OutboxTable.Taken> taken =
        database.writer().write(handle -> OutboxTable.take(handle, row));
    return taken.map(this::run).orElse(Lanes.Next.ON);
  }

  private Lanes.Next run(OutboxTable.Taken taken) {
    Effect effect;
    try {
      effect = taken.effect();
    } catch (RuntimeException e) {
      LOG.error("Effect {} of {} can't be read; it is given up", taken.row(), taken.project(), e);
      return end(taken, OutboxTable.Fate.GIVEN_UP, "can't be read", null, Hands.Done.NOTHING);
    }
    if (taken.expires() != null && clock.instant().isAfter(taken.expires())) {
      return end(taken, OutboxTable.Fate.DROPPED, "expired", null, Hands.Done.NOTHING);
    }
    try {
      Hands.Done done = hands.run(taken, effect);
      return end(taken, OutboxTable.Fate.DONE, null, done.report(), done);
    } catch (NotNow e) {
      return later(taken, effect, e);
    } catch (NotEver e) {
      return givenUp(taken, effect, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Lanes.Next.Again(Duration.ZERO);
    } catch (StoreTrouble e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Effect {} of {} met something unexpected", taken.row(), taken.project(), e);
      NotEver broken =
          new NotEver(
              "Something in aiwf is broken; the log knows it as effect " + taken.row() + ".");
      return taken.tries() < MOST_TRIES_WHEN_BROKEN
          ? later(taken, effect, new NotNow("something unexpected", e))
          : givenUp(taken, effect, broken);
    }
  }

  private Lanes.Next givenUp(OutboxTable.Taken taken, Effect effect, Exception why) {
    LOG.warn("Effect {} of {} is given up", taken.row(), taken.project(), why);
    String sentence = String.valueOf(why.getMessage());
    return end(
        taken,
        OutboxTable.Fate.GIVEN_UP,
        sentence,
        Hands.refused(effect, sentence),
        Hands.Done.NOTHING);
  }

  /**
   * What nothing can stand in for, a commit, is tried for as long as it takes; and so is what the
   * other side has named a time for.
   */
  private Lanes.Next later(OutboxTable.Taken taken, Effect effect, NotNow trouble) {
    if (effect.steppedOver() && trouble.after().isEmpty() && taken.tries() >= MOST_TRIES) {
      return givenUp(taken, effect, trouble);
    }
    Duration wait = trouble.after().orElseGet(() -> backOff(taken.tries()));
    LOG.info(
        "Effect {} of {} waits {}: {}", taken.row(), taken.project(), wait, trouble.getMessage());
    database
        .writer()
        .write(handle -> {
          OutboxTable.postponed(
              handle,
              taken.row(),
              clock.instant().plus(wait),
              String.valueOf(trouble.getMessage()));
          return taken.row();
        });
    return new Lanes.Next.Again(wait);
  }

  private static Duration backOff(int tries) {
    Duration wait = Duration.ofSeconds(1L << Math.min(tries - 1, 9));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** The effect's fate and its report are one write: neither is ever there without the other. */
  private Lanes.Next end(
      OutboxTable.Taken taken,
      OutboxTable.Fate fate,
      @Nullable String error,
      @Nullable Action report,
      Hands.Done done) {
    database
        .writer()
        .write(
            handle -> {
              OutboxTable.ended(handle, taken.row(), fate, error);
              done.record().accept(handle);
              return report(handle, taken, report);
            },
            places -> places.forEach(reports));
    return Lanes.Next.ON;
  }

  private List<InboxTable.Place> report(
      Handle handle, OutboxTable.Taken taken, @Nullable Action report) {
    if (report == null) {
      return List.of();
    }
    Command command =
        new Command(
            CommandIds.of("effect", String.valueOf(taken.row())),
            taken.project(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            new Sender.Effect(taken.row()),
            report);
    Long row = InboxTable.insert(handle, command, null).row();
    return row == null
        ? List.of()
        : List.of(new InboxTable.Place(row, Turns.lane(taken.project())));
  }
}
