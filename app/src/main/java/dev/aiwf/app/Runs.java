package dev.aiwf.app;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Runs the program, and again after every restart, until it is told to stop. */
final class Runs {

  private enum Word {
    STOP,
    RESTART
  }

  private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
  private final Function<Runnable, Runnable> start;

  /**
   * Not running yet.
   *
   * @param start starts the program, which may ask for a restart, and answers with how it is closed
   */
  Runs(Function<Runnable, Runnable> start) {
    this.start = start;
  }

  /** Ends what runs and does not begin again. */
  void stop() {
    words.add(Word.STOP);
  }

  /** Ends what runs and begins again, so that a restore which is ready is taken up. */
  void restart() {
    words.add(Word.RESTART);
  }

  /** Returns when it has been stopped. */
  void run() throws InterruptedException {
    Word word;
    do {
      Runnable close = start.apply(this::restart);
      try {
        word = words.take();
      } finally {
        close.run();
      }
    } while (word == Word.RESTART);
  }
}
