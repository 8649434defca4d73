package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.engine.store.DataFolder;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One short life, once for everything in it that can fail, each time with another thing failing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryNthTest {

  private static final long SEED = 11;
  private static final int STEPS = 18;

  private DataFolder folder;
  private SeededRun.Counts whole;

  @BeforeAll
  void liveOnceWithoutFaults(@TempDir Path path) throws DataFolder.InUse {
    folder = DataFolder.take(path);
    whole = live(UnaryOperator.identity(), SeededWorld.never());
    assertThat(whole.acknowledged()).as("there is something to break").isGreaterThan(4);
  }

  @AfterAll
  void giveBack() {
    folder.close();
  }

  @Test
  void everyStatementIsRefusedOnce() {
    each(whole.statements(), n -> live(run -> run.refusing(n), SeededWorld.never()));
  }

  @Test
  void everyStatementIsTheLastOnce() {
    each(whole.statements(), n -> live(run -> run.dyingAt(n), SeededWorld.never()));
  }

  @Test
  void everyPostAndCommitIsRefusedOnce() {
    each(whole.calls(), n -> live(UnaryOperator.identity(), SeededWorld.only(n, false)));
  }

  @Test
  void theAnswerToEveryPostAndCommitIsLostOnce() {
    each(whole.calls(), n -> live(UnaryOperator.identity(), SeededWorld.only(n, true)));
  }

  private static void each(long all, LongFunction<SeededRun.Counts> life) {
    for (long n = 0; n < all; n++) {
      try {
        var _ = life.apply(n);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("number " + n + " of " + all + ": " + e.getMessage(), e);
      }
    }
    System.out.printf("EveryNthTest: %d lives%n", all);
  }

  private SeededRun.Counts live(UnaryOperator<SeededRun> broken, SeededWorld.Failing failing) {
    try (SeededRun run = new SeededRun(SEED, folder, Mutant.NONE, false, failing)) {
      broken.apply(run).live(STEPS);
      return run.counts();
    }
  }
}
