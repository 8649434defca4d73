package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CourtesyTest {

  private static final int MANY = 10;

  private final Courtesy courtesy = new Courtesy();
  private final Courtesy.Door door = courtesy.door(1, 3);
  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);

  private List<Future<?>> many(ExecutorService threads) {
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(
          threads.submit(() ->
              door.within(() -> {
                inside.incrementAndGet();
                return waited();
              })));
    }
    return all;
  }

  private boolean waited() {
    try {
      over.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whileSomebodyWaitsOnlyAFewGoOnAndThenTheOthers() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      courtesy.arrives();
      courtesy.arrives();
      List<Future<?>> all = many(threads);
      await().until(() -> inside.get() == 1);
      courtesy.answered();
      assertThat(inside).as("somebody waits still").hasValue(1);
      courtesy.answered();
      await().until(() -> inside.get() == 3);
      over.countDown();
      for (Future<?> each : all) {
        assertThat(each.get()).isEqualTo(true);
      }
      assertThat(inside).hasValue(MANY);
    }
  }

  @Test
  void whatThrowsLetsTheNextOneIn() {
    for (int i = 0; i < MANY; i++) {
      try {
        var _ =
            door.within(() -> {
              throw new IllegalStateException("a stumble");
            });
      } catch (IllegalStateException e) {
        inside.incrementAndGet();
      }
    }
    assertThat(inside).hasValue(MANY);
  }
}
