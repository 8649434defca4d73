package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.LEAD;
import static dev.aiwf.core.rules.Given.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the answers so far speak for. */
class RecommendationTest {

  private static final Workflow WIDE = Wide.workflow();

  private static Given users(String users) {
    return Given.begun(WIDE).when(LEAD, answer("users", new Input.Text(users)));
  }

  private static Optional<Recommended> recommended(Given given, String ask) {
    return given.here().recommended(WIDE.ask(ask).orElseThrow());
  }

  private static Optional<Recommended> architecture(Given given) {
    return recommended(given, "architecture");
  }

  @Test
  void nothing_speaks_for_anything_before_an_answer() {
    assertThat(architecture(Given.begun(WIDE))).isEmpty();
  }

  @Test
  void one_point_is_enough_and_its_reason_names_the_answer() {
    assertThat(architecture(Given.begun(WIDE).when(LEAD, answer("hosting", text("cloud")))))
        .contains(new Recommended(new Value.Decision("rag-only", ""), "Cloud has search"));
    assertThat(architecture(users("1,000")))
        .contains(new Recommended(new Value.Decision("tuned", ""), "1,000 users wait"));
  }

  @Test
  void a_tie_speaks_for_nothing() {
    Given tie = users("2,000").when(LEAD, answer("hosting", text("cloud")));
    assertThat(architecture(tie)).isEmpty();
    assertThat(Recommended.voices(WIDE.ask("architecture").orElseThrow(), tie.here().known()))
        .extracting(voices -> voices.option().key(), Recommended.Voices::weight)
        .containsExactly(tuple("rag-only", 1), tuple("tuned", 1));
  }

  @Test
  void points_are_weighed_and_not_counted() {
    Given given =
        users("10").when(LEAD, answer("hosting", text("cloud"), "visits", text("weekly")));
    assertThat(architecture(given))
        .contains(new Recommended(new Value.Decision("tuned", ""), "Weekly is rare"));
  }

  @Test
  void several_points_for_one_option_are_all_named() {
    Given given = users("1000").when(LEAD, answer("visits", text("weekly")));
    assertThat(architecture(given).orElseThrow().reason())
        .isEqualTo("1,000 users wait; Weekly is rare");
  }

  @Test
  void a_rule_goes_before_points() {
    Given given = users("20k").when(LEAD, answer("hosting", text("cloud")));
    assertThat(architecture(given))
        .contains(new Recommended(new Value.Decision("tuned", ""), "20,000 requests are many"));
  }

  @Test
  void a_figure_is_offered_within_the_bounds_of_the_answer() {
    assertThat(recommended(users("2000"), "budget"))
        .contains(new Recommended(number("500.00"), "500 EUR for 2,000 users"));
    assertThat(recommended(users("4"), "budget"))
        .contains(new Recommended(number("100"), "1 EUR for 4 users"));
    assertThat(recommended(users("90k"), "budget"))
        .contains(new Recommended(number("5000"), "22,500 EUR for 90,000 users"));
    assertThat(recommended(Given.begun(WIDE), "budget")).isEmpty();
  }

  @Test
  void what_is_open_is_said_to_be_open() {
    assertThat(Words.filled(users("5").here().known(), "{users} in {region}, {nonsense}"))
        .isEqualTo("5 users in (open), (open)");
  }

  @Test
  void it_is_never_taken_by_itself() {
    Given given = users("20k");
    assertThat(given.facts())
        .containsExactly(
            new Fact.Answered("users", new Value.Number(new BigDecimal(20_000)), Fact.Via.TYPED));
    assertThat(given.sidecar().answers().to("architecture")).isEmpty();
    assertThat(given.sidecar().answers().to("budget")).isEmpty();
  }

  @Test
  void what_is_recommended_is_taken_in_order_and_says_why() {
    users("20k")
        .when(LEAD, answer("hosting", text("cloud")))
        .when(LEAD, new Action.TakeRecommended(List.of()))
        .then(
            new Fact.Answered(
                "architecture",
                new Value.Decision("tuned", "20,000 requests are many"),
                Fact.Via.RECOMMENDED),
            new Fact.Answered("budget", number("5000"), Fact.Via.RECOMMENDED))
        .when(LEAD, new Action.TakeRecommended(List.of()))
        .refused(Refusal.Kind.CONFLICT, "speak for nothing that is still open");
  }

  @Test
  void only_what_is_named_is_taken() {
    users("20k")
        .when(LEAD, new Action.TakeRecommended(List.of("budget")))
        .then(new Fact.Answered("budget", number("5000"), Fact.Via.RECOMMENDED))
        .when(LEAD, new Action.TakeRecommended(List.of("goal")))
        .refused(Refusal.Kind.CONFLICT, "speak for no particular answer to: What goal?")
        .when(LEAD, new Action.TakeRecommended(List.of("operator")))
        .refused(Refusal.Kind.CONFLICT, "not asked in this step");
  }

  @Test
  void a_recommended_decision_waits_for_its_grounds_too() {
    users("20k")
        .when(LEAD, new Action.TakeRecommended(List.of("architecture")))
        .refused(Refusal.Kind.CONFLICT, "arch-001 rests on a question that is open: What hosting?");
  }

  private static Input text(String text) {
    return new Input.Text(text);
  }

  private static Value number(String number) {
    return new Value.Number(new BigDecimal(number));
  }
}
