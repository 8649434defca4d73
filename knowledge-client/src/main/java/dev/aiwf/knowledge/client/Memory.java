package dev.aiwf.knowledge.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a knowledge base has said: for a while as good as new, then kept for an outage. */
final class Memory<Q, T> {

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int MOST = 500;

  record Answer<T>(T what, Instant at) {}

  private final InstantSource clock;
  private final Cache<Q, Answer<T>> answers;

  Memory(InstantSource clock) {
    this.clock = clock;
    this.answers =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            // On the thread that writes: there is nothing to it.
            .executor(Runnable::run)
            .build();
  }

  void keep(Q question, T answer) {
    answers.put(question, new Answer<>(answer, clock.instant()));
  }

  @Nullable Answer<T> of(Q question) {
    return answers.getIfPresent(question);
  }

  boolean isFresh(Answer<T> answer) {
    return clock.instant().isBefore(answer.at().plus(FRESH));
  }
}
