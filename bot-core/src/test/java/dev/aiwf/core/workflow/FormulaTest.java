package dev.aiwf.core.workflow;

import static dev.aiwf.core.workflow.Formula.Operation.CEIL;
import static dev.aiwf.core.workflow.Formula.Operation.MAX;
import static dev.aiwf.core.workflow.Formula.Operation.MIN;
import static dev.aiwf.core.workflow.Formula.Operator.MINUS;
import static dev.aiwf.core.workflow.Formula.Operator.OVER;
import static dev.aiwf.core.workflow.Formula.Operator.PLUS;
import static dev.aiwf.core.workflow.Formula.Operator.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaTest {

  private static final Formula A = new Formula.Name("a");
  private static final Formula B = new Formula.Name("b");
  private static final Formula C = new Formula.Name("c");
  private static final Map<String, BigDecimal> AMOUNTS =
      Map.of("a", new BigDecimal(12), "b", new BigDecimal(5), "c", new BigDecimal(2));

  private static Formula pair(Formula.Operator operator, Formula left, Formula right) {
    return new Formula.Pair(operator, left, right);
  }

  private static Formula call(Formula.Operation operation, Formula... of) {
    return new Formula.Call(operation, List.of(of));
  }

  private static Formula amount(String number) {
    return new Formula.Amount(new BigDecimal(number));
  }

  static List<Arguments> formulas() {
    return List.of(
        Arguments.of(amount("12000.50"), "12,000.5", "12000.5"),
        Arguments.of(pair(PLUS, A, B), "a + b", "17"),
        Arguments.of(pair(MINUS, A, B), "a − b", "7"),
        Arguments.of(pair(TIMES, A, B), "a × b", "60"),
        Arguments.of(pair(OVER, A, B), "a ÷ b", "2.4"),
        Arguments.of(pair(PLUS, A, pair(TIMES, B, C)), "a + b × c", "22"),
        Arguments.of(pair(TIMES, pair(PLUS, A, B), C), "(a + b) × c", "34"),
        Arguments.of(pair(MINUS, A, pair(MINUS, B, C)), "a − (b − c)", "9"),
        Arguments.of(pair(MINUS, A, pair(PLUS, B, C)), "a − (b + c)", "5"),
        Arguments.of(pair(MINUS, pair(MINUS, A, B), C), "a − b − c", "5"),
        Arguments.of(pair(PLUS, A, pair(MINUS, B, C)), "a + b − c", "15"),
        Arguments.of(pair(OVER, A, pair(TIMES, B, C)), "a ÷ (b × c)", "1.2"),
        Arguments.of(pair(TIMES, A, pair(OVER, B, C)), "a × b ÷ c", "30"),
        Arguments.of(pair(OVER, pair(OVER, A, B), C), "a ÷ b ÷ c", "1.2"),
        Arguments.of(call(MIN, A, B, C), "min(a, b, c)", "2"),
        Arguments.of(call(MAX, A, pair(TIMES, B, C)), "max(a, b × c)", "12"),
        Arguments.of(call(CEIL, pair(OVER, A, B)), "ceil(a ÷ b)", "3"),
        Arguments.of(call(CEIL, A), "ceil(a)", "12"),
        Arguments.of(pair(TIMES, call(CEIL, B), C), "ceil(b) × c", "10"));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void it_is_worked_out_as_it_reads_with_brackets_only_where_they_are_needed(
      Formula formula, String text, BigDecimal value) {
    assertThat(formula.text(name -> name)).isEqualTo(text);
    assertThat(formula.value(AMOUNTS::get))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(value));
  }

  @Test
  void nothing_is_divided_by_zero() {
    assertThat(pair(OVER, A, amount("0.00")).value(AMOUNTS::get)).isEmpty();
    assertThat(pair(OVER, A, pair(MINUS, B, B)).value(AMOUNTS::get)).isEmpty();
  }

  @Test
  void what_does_not_come_out_even_is_kept_with_sixteen_digits() {
    assertThat(pair(OVER, amount("1"), amount("3")).value(AMOUNTS::get))
        .isEqualTo(Optional.of(new BigDecimal("0.3333333333333333")));
  }

  @Test
  void one_amount_that_is_missing_leaves_the_whole_unknown() {
    Formula missing = new Formula.Name("nobody_said");
    assertThat(pair(PLUS, A, missing).value(AMOUNTS::get)).isEmpty();
    assertThat(pair(PLUS, missing, A).value(AMOUNTS::get)).isEmpty();
    assertThat(call(MIN, A, missing).value(AMOUNTS::get)).isEmpty();
    assertThat(call(CEIL, missing).value(AMOUNTS::get)).isEmpty();
  }

  @Test
  void its_names_stand_in_the_order_in_which_they_are_read() {
    assertThat(pair(PLUS, C, call(MAX, A, pair(TIMES, B, C))).names())
        .containsExactly("c", "a", "b");
    assertThat(amount("1").names()).isEmpty();
  }
}
