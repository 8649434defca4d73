package dev.aiwf.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rates and sessions, by a clock that the test moves. */
class GuardPartsTest {

  private static final Limits LIMITS = new Limits(1_000, 2, 3, 2, Duration.ofMinutes(30));
  private static final long SECOND = 1_000_000_000;

  @Test
  void aCallerHasABurstAndThenARate() {
    AtomicLong now = new AtomicLong();
    Rates rates = new Rates(LIMITS, now::get);

    assertThat(Stream.generate(() -> rates.take("a")).limit(4))
        .containsExactly(true, true, true, false);
    assertThat(rates.take("b")).isTrue();

    now.addAndGet(SECOND);
    assertThat(Stream.generate(() -> rates.take("a")).limit(3)).containsExactly(true, true, false);
  }

  @Test
  void aSessionThatNobodyUsesMakesRoom() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    Sessions sessions = new Sessions(LIMITS, now::get);
    sessions.use("one");
    sessions.use("two");
    assertThat(sessions.hasRoom()).isFalse();

    now.set(Instant.EPOCH.plus(Duration.ofMinutes(20)));
    sessions.useAgain("two");
    sessions.useAgain("made-up");
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(31)));
    assertThat(sessions.hasRoom()).isTrue();

    sessions.use("three");
    assertThat(sessions.hasRoom()).isFalse();
    sessions.end("two");
    assertThat(sessions.hasRoom()).isTrue();
  }
}
