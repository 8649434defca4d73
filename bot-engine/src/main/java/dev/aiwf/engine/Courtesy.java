package dev.aiwf.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets those go first who come with something new: their answer is what people feel, and what comes
 * of it can be a moment later. While somebody waits to be acknowledged, only few lanes go on.
 */
class Courtesy {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Door> doors = new ArrayList<>();
  private int arriving;

  /** Somebody waits to be acknowledged. */
  void arrives() {
    lock.lock();
    try {
      arriving++;
    } finally {
      lock.unlock();
    }
  }

  /** Somebody was answered. */
  void answered() {
    lock.lock();
    try {
      arriving--;
      if (arriving == 0) {
        doors.forEach(door -> door.freed.signalAll());
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * A door for one kind of work.
   *
   * @param beside how many may be inside while somebody waits to be acknowledged
   * @param most how many at any time, so that who comes next does not meet a crowd
   */
  Door door(int beside, int most) {
    Door door = new Door(beside, most);
    doors.add(door);
    return door;
  }

  /** Where work waits until it may go on. */
  final class Door {

    private final int beside;
    private final int most;
    private final Condition freed = lock.newCondition();
    private int inside;

    private Door(int beside, int most) {
      this.beside = beside;
      this.most = most;
    }

    /**
     * Does it when it may. It is nothing that waits for anybody outside: who is inside keeps others
     * out.
     */
    <T> T within(Supplier<T> work) {
      enter();
      try {
        return work.get();
      } finally {
        leave();
      }
    }

    private void enter() {
      lock.lock();
      try {
        while (inside >= (arriving > 0 ? beside : most)) {
          freed.awaitUninterruptibly();
        }
        inside++;
      } finally {
        lock.unlock();
      }
    }

    private void leave() {
      lock.lock();
      try {
        inside--;
        freed.signal();
      } finally {
        lock.unlock();
      }
    }
  }
}
