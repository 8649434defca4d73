package dev.aiwf.architect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Who asks ends before who reads, and only the last of them says that it is over. */
class ReadingTest {

  private final Semaphore over = new Semaphore(0);
  private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();

  @Test
  void whatIsNotAnsweredIsOverWhenItWasAsked() throws Exception {
    Reading _ = Reading.begin(() -> {}, over::release);
    over.acquire();
  }

  @Test
  void itIsOverOnceTheAnswerWasRead() throws Exception {
    CountDownLatch rest = new CountDownLatch(1);
    Reading _ =
        Reading.begin(
            () -> {
              threads.add(Thread.currentThread());
              Reading.CURRENT.get().goOn(() -> await(rest));
            },
            over::release);
    threads.take().join();
    assertThat(over.availablePermits()).isZero();
    rest.countDown();
    over.acquire();
  }

  @Test
  void whoFailsAtReadingHasItOver() throws Exception {
    Reading _ =
        Reading.begin(
            () ->
                Reading.CURRENT
                    .get()
                    .goOn(() -> {
                      Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
                      throw new IllegalStateException("as a library might");
                    }),
            over::release);
    over.acquire();
  }

  @Test
  void whoeverIsAtItIsStopped() throws Exception {
    Reading asking = Reading.begin(() -> await(new CountDownLatch(1)), over::release);
    asking.stop();
    over.acquire();
    Reading reading =
        Reading.begin(
            () ->
                Reading.CURRENT
                    .get()
                    .goOn(() -> {
                      threads.add(Thread.currentThread());
                      await(new CountDownLatch(1));
                    }),
            over::release);
    Thread reader = threads.take();
    reading.stop();
    reader.join();
    over.acquire();
  }

  @Test
  void whatIsStoppedWhileItIsAskedIsNotReadOn() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    Reading reading =
        Reading.begin(
            () -> {
              await(stopped);
              Reading.CURRENT.get().goOn(() -> await(new CountDownLatch(1)));
            },
            over::release);
    reading.stop();
    stopped.countDown();
    over.acquire();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      // That is what it was stopped for.
    }
  }
}
