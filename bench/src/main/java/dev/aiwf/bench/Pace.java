package dev.aiwf.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * When the people of a team do something: not all at once, and never faster to make up for what was
 * slow.
 *
 * @param mean from one thing to the next
 */
record Pace(Random random, Duration mean) {

  /** Lets the team live its day. */
  boolean keep(Team team, long until) throws IOException, InterruptedException {
    LockSupport.parkNanos(random.nextLong(mean.toNanos() * 2));
    team.start();
    for (long due = next(System.nanoTime()); due < until; due = next(due)) {
      due = Math.max(due, System.nanoTime());
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      team.act();
    }
    return true;
  }

  private long next(long due) {
    return due + mean.toNanos() / 2 + random.nextLong(mean.toNanos());
  }
}
