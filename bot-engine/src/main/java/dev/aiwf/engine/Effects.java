package dev.aiwf.engine;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Unreachable;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.engine.rows.Fate;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.rows.Records;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.StoreTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Does what is in the outbox, and brings the results back through the inbox. */
final class Effects implements Lanes.Work {

  private static final Logger LOG = LoggerFactory.getLogger(Effects.class);
  private static final int MOST_TRIES = 12;
  private static final int MOST_TRIES_WHEN_BROKEN = 3;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);
  private static final Duration WHILE_STOPPED = Duration.ofMinutes(1);

  private final Parts parts;
  private final Database database;
  private final InstantSource clock;

  Effects(Parts parts) {
    this.parts = parts;
    this.database = parts.database();
    this.clock = parts.clock();
  }

  /**
   * What effects stand on.
   *
   * @param door where an effect waits for those who go first
   * @param quiet the hours in which nobody is reminded
   * @param alarms wakes effects that are due later
   * @param reports is told which commands report back
   */
  record Parts(
      Database database,
      InstantSource clock,
      Hands hands,
      Courtesy.Door door,
      Watch watch,
      Optional<QuietHours> quiet,
      Alarms alarms,
      Consumer<InboxTable.Place> reports) {}

  @Override
  public Lanes.Next take(String lane, long row) {
    // Only until it is taken: a platform that does not answer must not keep other lanes out.
    return switch (parts.door().within(() -> begun(lane, row))) {
      case Begun.Hindered(var next) -> next;
      case Begun.Running(var taken) -> logged(lane, taken);
    };
  }

  /** What came of taking an effect. */
  private sealed interface Begun {
    /** It is not its turn, or there is nothing to do. */
    record Hindered(Lanes.Next next) implements Begun {}

    /** It can be done. */
    record Running(OutboxTable.Taken taken) implements Begun {}
  }

  private Begun begun(String lane, long row) {
    Optional<Lanes.Next> hindered = database.read(handle -> hindered(handle, lane, row));
    if (hindered.isPresent()) {
      return new Begun.Hindered(hindered.get());
    }
    return database
        .writer()
        .write(handle -> OutboxTable.take(handle, row))
        .<Begun>map(Begun.Running::new)
        .orElseGet(() -> new Begun.Hindered(Lanes.Next.ON));
  }

  /** What keeps the lane from going on; it outlives a restart, as the lane's own wait does not. */
  private Optional<Lanes.Next> hindered(Handle handle, String lane, long row) {
    OutboxTable.Hindrance hindrance = OutboxTable.hindrance(handle, lane, row);
    if (hindrance.stopped()) {
      return Optional.of(new Lanes.Next.Again(WHILE_STOPPED));
    }
    Instant now = clock.instant();
    return Optional.ofNullable(hindrance.until())
        .filter(now::isBefore)
        // A clock that was put back must not make it wait for more than was ever asked for.
        .map(until -> Duration.between(now, until))
        .filter(wait -> wait.compareTo(LONGEST_ASKED) <= 0)
        .map(Lanes.Next.Again::new);
  }

  private Lanes.Next logged(String lane, OutboxTable.Taken taken) {
    try (var _ = MDC.putCloseable("project", taken.project().value());
        var _ = MDC.putCloseable("effect", String.valueOf(taken.row()));
        var _ = MDC.putCloseable("lane", lane)) {
      return run(taken);
    }
  }

  private Lanes.Next run(OutboxTable.Taken taken) {
    Effect effect;
    try {
      effect = taken.effect();
    } catch (RuntimeException e) {
      LOG.error("Effect {} of {} can't be read; it is given up", taken.row(), taken.project(), e);
      return end(taken, "unreadable", Fate.GIVEN_UP, "can't be read", Done.NOTHING);
    }
    if (taken.expires() != null && clock.instant().isAfter(taken.expires())) {
      return end(taken, kind(effect), Fate.DROPPED, "expired", Done.NOTHING);
    }
    Optional<Instant> morning = quietUntil(effect);
    if (morning.isPresent()) {
      return putOff(taken, effect, morning.get());
    }
    try {
      return end(taken, kind(effect), Fate.DONE, null, parts.hands().run(taken, effect));
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
    String sentence = String.valueOf(why.getMessage());
    if (why instanceof Unreachable) {
      // Whoever could not reach it has said so once, and not for each message.
      LOG.info("Effect {} of {} is given up: {}", taken.row(), taken.project(), sentence);
    } else {
      LOG.warn("Effect {} of {} is given up", taken.row(), taken.project(), why);
    }
    return end(taken, kind(effect), Fate.GIVEN_UP, sentence, Hands.refused(effect, why));
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
    parts.watch().later(kind(effect));
    return new Lanes.Next.Again(wait);
  }

  private static Duration backOff(int tries) {
    Duration wait = Duration.ofSeconds(1L << Math.min(tries - 1, 9));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** The effect's fate and its report are one write: neither is ever there without the other. */
  private Lanes.Next end(
      OutboxTable.Taken taken, String kind, Fate fate, @Nullable String error, Done done) {
    database
        .writer()
        .write(
            handle -> {
              OutboxTable.ended(handle, taken.row(), fate, error, clock.instant());
              return done.write(handle)
                  .map(report -> report(handle, taken, report))
                  .orElse(List.of());
            },
            places -> places.forEach(parts.reports()));
    parts.watch().effect(kind, fate, Duration.between(taken.at(), clock.instant()));
    return Lanes.Next.ON;
  }

  private Optional<Instant> quietUntil(Effect effect) {
    return effect instanceof Effect.Remind
        ? parts.quiet().flatMap(hours -> hours.end(clock.instant()))
        : Optional.empty();
  }

  private Lanes.Next putOff(OutboxTable.Taken taken, Effect effect, Instant until) {
    database
        .writer()
        .write(handle -> {
          OutboxTable.later(handle, taken.row(), until);
          parts.alarms().set(handle, new InboxTable.Place(taken.row(), effect.lane()), until);
          return taken.row();
        });
    return Lanes.Next.ON;
  }

  /** As it is counted. */
  private static String kind(Effect effect) {
    return Records.name(effect.getClass());
  }

  private List<InboxTable.Place> report(Handle handle, OutboxTable.Taken taken, Action report) {
    Command command =
        new Command(
            CommandIds.of("effect", String.valueOf(taken.row())),
            taken.project(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            new Sender.Effect(taken.row()),
            report);
    Long row = InboxTable.insert(handle, InboxTable.New.of(command, null)).row();
    return row == null
        ? List.of()
        : List.of(new InboxTable.Place(row, Turns.lane(taken.project())));
  }
}
