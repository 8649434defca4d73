package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {

  private final List<String> seen = new ArrayList<>();

  private Runnable start() {
    seen.add("started");
    return () -> seen.add("closed");
  }

  @Test
  void itBeginsAgainUntilItIsStopped() throws InterruptedException {
    Runs runs = new Runs(_ -> start());
    runs.restart();
    runs.restart();
    runs.stop();
    runs.run();
    assertThat(seen).containsExactly("started", "closed", "started", "closed", "started", "closed");
  }

  @Test
  void aStartThatFailsIsTold() {
    Runs runs =
        new Runs(_ -> {
          throw new IllegalStateException("the port is in use");
        });
    assertThatThrownBy(runs::run).hasMessage("the port is in use");
  }
}
