package dev.aiwf.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls from coming faster than Slack takes them: for each method and place a bucket that a
 * call fills a little and that empties with time. Whoever finds it full has their place in the
 * queue at once, and waits for it on a thread that costs nothing.
 */
final class Pace {

  /** A clock that was put back must not make anybody wait for longer than this. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final @Nullable Pause pause;
  private final Instant begun;

  /** When each bucket will be empty. */
  private final Map<Key, Instant> empty = new ConcurrentHashMap<>();

  /** Without a pause nobody ever waits. */
  Pace(InstantSource clock, @Nullable Pause pause) {
    this.clock = clock;
    this.pause = pause;
    this.begun = clock.instant();
  }

  /** Waits until one more call is welcome; true if it had to. */
  boolean await(Rate rate, String place) throws InterruptedException {
    if (pause == null) {
      return false;
    }
    Instant now = clock.instant();
    Instant full =
        empty.compute(
            new Key(rate, place),
            (_, known) -> {
              Instant until = known == null ? unknown(rate) : known;
              return (later(until, now) ? until : now).plus(rate.each());
            });
    Duration wait = Duration.between(now, full).minus(rate.burst());
    if (wait.isNegative() || wait.isZero()) {
      return false;
    }
    pause.last(wait);
    return true;
  }

  /** Whether there is room to spare, so that a call that may as well be left out keeps none out. */
  boolean spares(Rate rate, String place) {
    Instant until = empty.getOrDefault(new Key(rate, place), unknown(rate));
    return until.isBefore(clock.instant().plus(rate.burst().dividedBy(2)));
  }

  /** Slack itself asked to wait: whoever comes next waits as long. */
  void slower(Rate rate, String place, Duration after) {
    Instant until = clock.instant().plus(after).plus(rate.burst()).minus(rate.each());
    empty.merge(new Key(rate, place), until, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Nobody knows what was sent before the program began, so as much as was allowed. */
  private Instant unknown(Rate rate) {
    return begun.plus(rate.burst());
  }

  private static boolean later(Instant until, Instant now) {
    return until.isAfter(now) && until.isBefore(now.plus(LONGEST));
  }

  private record Key(Rate rate, String place) {}

  /**
   * How often a method may be called.
   *
   * @param method its name
   * @param each how long a call is felt
   * @param most how many may come at once after a rest
   */
  record Rate(String method, Duration each, int most) {

    Duration burst() {
      return each.multipliedBy(most);
    }
  }

  /** Waits; comes in from outside, so that tests need not. */
  @FunctionalInterface
  interface Pause {
    void last(Duration howLong) throws InterruptedException;
  }
}
