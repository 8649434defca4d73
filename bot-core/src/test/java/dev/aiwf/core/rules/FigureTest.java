package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What is worked out from answers. */
class FigureTest {

  private static final Workflow WIDE = Wide.workflow();

  private static Known.Worked figure(Given given, String id) {
    return given.here().known().figure(id).orElseThrow();
  }

  @Test
  void nothing_is_worked_out_without_the_answers_for_it() {
    Given given = Given.begun(WIDE);
    assertThat(given.here().known().figure("load")).isEmpty();
    assertThat(given.here().known().figure("cost")).isEmpty();
    assertThat(given.here().known().value("load")).isNull();
    assertThat(given.here().known().figure("nonsense")).isEmpty();
  }

  @Test
  void an_option_counts_with_its_amount() {
    Given given =
        Given.begun(WIDE)
            .when(LEAD, answer("users", new Input.Text("333"), "visits", new Input.Text("weekly")));
    Known.Worked load = figure(given, "load");
    assertThat(load.value()).isEqualTo(new BigDecimal("67"));
    assertThat(load.assumed()).isEmpty();
    assertThat(Words.figure(load)).isEqualTo("67 requests");
    assertThat(Reckoning.formula(load.figure())).isEqualTo("users × visits");
    assertThat(Reckoning.worked(load)).isEqualTo("333 × 0.2");
    assertThat(Reckoning.assumed(load)).isEmpty();
  }

  @Test
  void what_is_assumed_is_named_with_its_number() {
    Given given = Given.begun(WIDE).when(LEAD, answer("users", new Input.Text("12k")));
    Known.Worked load = figure(given, "load");
    assertThat(load.assumed()).containsOnlyKeys("visits");
    assertThat(Reckoning.assumed(load)).isEqualTo("assuming visits 1");
    assertThat(Reckoning.worked(load)).isEqualTo("12,000 × 1");
  }

  @Test
  void a_figure_over_a_figure_says_what_that_one_assumed() {
    Given given = Given.begun(WIDE).when(LEAD, answer("users", new Input.Text("10")));
    Known.Worked cost = figure(given, "cost");
    assertThat(cost.value()).isEqualTo(new BigDecimal("2.50"));
    assertThat(Words.figure(cost)).isEqualTo("2.5 EUR");
    assertThat(cost.assumed()).containsOnlyKeys("visits");
    assertThat(Reckoning.formula(cost.figure())).isEqualTo("load ÷ 4");
    assertThat(Reckoning.worked(cost)).isEqualTo("10 ÷ 4");
    assertThat(Reckoning.assumed(cost)).startsWith("assuming visits");
  }

  @Test
  void a_figure_is_rounded_before_others_reckon_with_it() {
    Given given =
        Given.begun(WIDE)
            .when(LEAD, answer("users", new Input.Text("3"), "visits", new Input.Text("weekly")));
    assertThat(figure(given, "load").value()).isEqualTo(new BigDecimal("1"));
    assertThat(Words.figure(figure(given, "load"))).isEqualTo("1 request");
    assertThat(figure(given, "cost").value()).isEqualTo(new BigDecimal("0.25"));
  }

  @Test
  void an_answer_whose_ask_does_not_apply_is_not_known() {
    Given given = Given.wide(WIDE, "rag-only").when(LEAD, answer("hosting", new Input.Text("own")));
    assertThat(given.here().known().value("region")).isNull();
    assertThat(given.here().known().answer("region")).isEmpty();
    assertThat(given.sidecar().answers().to("region")).isPresent();
    given.when(LEAD, answer("hosting", new Input.Text("cloud")));
    assertThat(given.here().known().value("region")).isEqualTo(new Value.Text("eu"));
  }

  @Test
  void conditions_look_at_figures_as_at_answers() {
    Given given = Given.begun(WIDE).when(LEAD, answer("users", new Input.Text("500")));
    assertThat(given.here().known().value("load")).isEqualTo(new Value.Number(new BigDecimal(500)));
    assertThat(given.here().warnings()).extracting(w -> w.id()).containsExactly("crowd");
  }

  @Test
  void the_asks_behind_a_figure_are_those_of_the_figures_in_it() {
    assertThat(WIDE.asksBehind("cost")).containsExactly("users", "visits");
    assertThat(WIDE.asksBehind("goal")).containsExactly("goal");
  }
}
