package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.engine.store.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Core and engine, lived through from many seeds. {@code -Daiwf.seed=N} lives one again, {@code
 * -Daiwf.runs=N} lives more of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeededTest {

  private static final int RUNS = Integer.getInteger("aiwf.runs", 300);
  private static final int STEPS = 50;
  private static final int MOST_TO_NOTICE = 2_000;

  private DataFolder folder;

  @BeforeAll
  void take(@TempDir Path path) throws DataFolder.InUse {
    folder = DataFolder.take(path);
  }

  @AfterAll
  void giveBack() {
    folder.close();
  }

  @Test
  void whateverHappensNothingIsLostAndNothingHappensTwice() {
    Long one = Long.getLong("aiwf.seed");
    long first = one == null ? System.nanoTime() : one;
    long begun = System.nanoTime();
    for (long seed = first; seed < first + (one == null ? RUNS : 1); seed++) {
      live(seed, Mutant.NONE);
    }
    System.out.printf(
        "SeededTest: %d runs from seed %d, %.0f a minute%n",
        one == null ? RUNS : 1,
        first,
        (one == null ? RUNS : 1) * 60e9 / (System.nanoTime() - begun));
  }

  @Test
  void aSeedIsLivedTheSameWayAgain() {
    assertThat(live(42, Mutant.NONE)).isEqualTo(live(42, Mutant.NONE));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void whatIsBrokenIsNoticed(Supplier<Mutant> mutant) {
    for (int seed = 1; seed <= MOST_TO_NOTICE; seed++) {
      try {
        live(seed, mutant.get());
      } catch (AssertionError | RuntimeException e) {
        System.out.printf("SeededTest: \"%s\" is noticed by run %d%n", mutant.get(), seed);
        return;
      }
    }
    throw new AssertionError(mutant.get() + " is not noticed in " + MOST_TO_NOTICE + " runs");
  }

  static List<Supplier<Mutant>> mutants() {
    return Mutant.all();
  }

  private SeededRun.Counts live(long seed, Mutant mutant) {
    try (SeededRun run = new SeededRun(seed, folder, mutant, true, SeededWorld.never())) {
      run.live(STEPS);
      return run.counts();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Daiwf.seed=" + seed + " shows it again: " + e.getMessage(), e);
    }
  }
}
