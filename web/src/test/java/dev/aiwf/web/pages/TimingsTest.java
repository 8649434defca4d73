package dev.aiwf.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingsTest {

  @Test
  void bucketsOfAllOutcomesAreOneLine() {
    String metrics =
        """
        # TYPE aiwf_turn_seconds histogram
        aiwf_turn_seconds_bucket{outcome="done",le="0.005"} 60
        aiwf_turn_seconds_bucket{outcome="done",le="1.0"} 90
        aiwf_turn_seconds_bucket{outcome="done",le="+Inf"} 90
        aiwf_turn_seconds_bucket{outcome="refused",le="0.005"} 0
        aiwf_turn_seconds_bucket{outcome="refused",le="1.0"} 0
        aiwf_turn_seconds_bucket{outcome="refused",le="+Inf"} 10
        aiwf_effect_seconds_bucket{fate="done",kind="publish",le="0.05"} 2
        aiwf_effect_seconds_bucket{fate="done",kind="publish",le="+Inf"} 2
        aiwf_effect_seconds_bucket{fate="done",kind="show",le="+Inf"} 0
        jvm_memory_used_bytes{area="heap"} 1
        """;
    assertThat(Timings.read(metrics))
        .containsExactly(
            new OperationsView.Timing("turns", 100, "within 5 ms", "over 1 s"),
            new OperationsView.Timing("publish", 2, "within 50 ms", "within 50 ms"));
  }

  @Test
  void whereNothingIsMeasuredNothingIsTold() {
    assertThat(Timings.read("aiwf_up 1\n")).isEmpty();
  }
}
