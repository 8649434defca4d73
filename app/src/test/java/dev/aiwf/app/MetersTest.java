package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Spent;
import dev.aiwf.engine.Figures;
import dev.aiwf.engine.rows.Fate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is counted and timed, and that the guide names all of it. */
class MetersTest {

  private static final Pattern OURS = Pattern.compile("(?m)^# TYPE (aiwf_\\w+) ");

  private static Meters used() {
    Meters meters = new Meters();
    meters.show(() -> new Figures(3, Duration.ofMillis(1_500), 4, Duration.ofSeconds(9), 2, 1));
    meters.watch("slack", () -> false);
    meters.watch("discord", () -> true);
    meters.turn(Settled.State.REFUSED, Duration.ofMillis(7));
    meters.effect("show", Fate.GIVEN_UP, Duration.ofSeconds(2));
    meters.later("show");
    meters.answered(Fact.End.SILENT);
    meters.spent(false, new Spent(900, 100, new BigDecimal("0.25")));
    meters.spent(true, new Spent(50, 0, null));
    return meters;
  }

  @Test
  void whatWasDoneAndWhatWaitsIsShown() {
    System.gc();
    assertThat(used().scrape())
        .contains(
            "aiwf_inbox_waiting 3.0",
            "aiwf_inbox_age_seconds 1.5",
            "aiwf_outbox_waiting 4.0",
            "aiwf_lane_age_seconds 9.0",
            "aiwf_outbox_held 2.0",
            "aiwf_outbox_given_up 1.0",
            "aiwf_surface_connected{surface=\"slack\"} 0.0",
            "aiwf_surface_connected{surface=\"discord\"} 1.0",
            "aiwf_turn_seconds_count{outcome=\"refused\"} 1",
            "aiwf_turn_seconds_bucket{outcome=\"refused\",le=\"0.005\"} 0",
            "aiwf_turn_seconds_bucket{outcome=\"refused\",le=\"0.01\"} 1",
            "aiwf_turn_seconds_count{outcome=\"done\"} 0",
            "aiwf_effect_seconds_count{fate=\"given_up\",kind=\"show\"} 1",
            "aiwf_model_answers_total{end=\"silent\"} 1.0",
            "aiwf_model_answers_total{end=\"whole\"} 0.0",
            "aiwf_model_tokens_total{kind=\"read\",model=\"first\"} 900.0",
            "aiwf_model_tokens_total{kind=\"written\",model=\"first\"} 100.0",
            "aiwf_model_tokens_total{kind=\"read\",model=\"second\"} 50.0",
            "aiwf_model_cost_dollars_total{model=\"first\"} 0.25",
            "aiwf_effect_later_total{kind=\"show\"} 1.0");
  }

  @Test
  void theGuideNamesEachOfThem() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "operating.md"));
    List<String> names =
        OURS.matcher(used().scrape())
            .results()
            .map(found -> found.group(1).replaceAll("_max$", ""))
            .distinct()
            .toList();
    assertThat(names).hasSizeGreaterThan(8).allSatisfy(n -> assertThat(guide).contains(n));
  }

  @Test
  void whatWasFoundIsGoodForAMoment() {
    AtomicLong now = new AtomicLong();
    AtomicInteger looked = new AtomicInteger();
    Lately<Integer> lately = new Lately<>(looked::incrementAndGet, Duration.ofNanos(10), now::get);
    assertThat(lately.get()).isEqualTo(1);
    now.set(9);
    assertThat(lately.get()).isEqualTo(1);
    now.set(10);
    assertThat(lately.get()).isEqualTo(2);
  }
}
