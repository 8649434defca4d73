package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that keep to what Slack takes, before a Slack that counts them. */
class PaceTest {

  private static final Pace.Rate RATE = new Pace.Rate("a.method", Duration.ofSeconds(1), 3);

  private final SettableClock clock = SettableClock.begun();
  private final List<Duration> waits = new ArrayList<>();
  private final Pace pace = new Pace(clock, waits::add);

  @Test
  void itBeginsAsIfAsMuchAsIsAllowedHadJustBeenSent() throws Exception {
    assertThat(pace.spares(RATE, "C7")).isFalse();
    assertThat(pace.await(RATE, "C7")).isTrue();
    assertThat(waits).containsExactly(Duration.ofSeconds(1));
    clock.tick(RATE.burst());
    assertThat(pace.await(RATE, "C8")).as("a while later").isFalse();
  }

  @Test
  void aBurstGoesAtOnceAndTheRestQueuesUp() throws Exception {
    clock.tick(RATE.burst());
    for (int i = 0; i < 5; i++) {
      var _ = pace.await(RATE, "C7");
    }
    assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(pace.await(RATE, "C8")).as("another channel").isFalse();

    clock.tick(Duration.ofSeconds(10));
    assertThat(pace.await(RATE, "C7")).as("after a rest").isFalse();
  }

  @Test
  void whatMayBeLeftOutLeavesRoomForTheRest() throws Exception {
    clock.tick(RATE.burst());
    assertThat(pace.spares(RATE, "C7")).isTrue();
    for (int i = 0; i < 2; i++) {
      var _ = pace.await(RATE, "C7");
    }
    assertThat(pace.spares(RATE, "C7")).isFalse();
  }

  @Test
  void whenSlackAsksToWaitEverybodyWaits() throws Exception {
    pace.slower(RATE, "C7", Duration.ofSeconds(30));

    assertThat(pace.await(RATE, "C7")).isTrue();
    assertThat(waits).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void aClockThatWasPutBackKeepsNobodyWaiting() throws Exception {
    for (int i = 0; i < 5; i++) {
      var _ = pace.await(RATE, "C7");
    }
    waits.clear();
    clock.tick(Duration.ofDays(-1));

    assertThat(pace.await(RATE, "C7")).isFalse();
  }

  @Test
  void inABusyMinuteNoLimitIsMet() throws Exception {
    SlackRun run = new SlackRun();
    Instant began = run.clock.instant();
    for (int i = 0; i < 12; i++) {
      run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf start bot-" + i);
    }
    run.settle();
    List<String> threads =
        run.slack.posts().stream()
            .filter(post -> post.thread() == null)
            .map(post -> post.ts())
            .toList();
    for (String words : List.of("Answer billing questions", "undo", "Answer setup questions")) {
      for (String thread : threads) {
        run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, thread, words);
      }
      run.settle();
    }

    assertThat(run.slack.called()).filteredOn("chat.postMessage"::equals).hasSizeGreaterThan(50);
    assertThat(run.slack.called()).filteredOn("chat.update"::equals).hasSizeGreaterThan(40);
    assertThat(run.slack.rejections()).isEmpty();
    assertThat(Duration.between(began, run.clock.instant())).isLessThan(Duration.ofMinutes(3));
    run.close();
  }
}
