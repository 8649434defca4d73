package dev.aiwf.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.750, 0.75",
    "999, 999",
    "1000, '1,000'",
    "12000.00, '12,000'",
    "1234567.891, '1,234,567.891'",
    "-1000, '−1,000'",
    "-100, −100",
    "1E+6, '1,000,000'",
    "0.0001234, 0.0001234"
  })
  void digits_stand_in_threes_and_no_nought_at_the_end(BigDecimal number, String text) {
    assertThat(Amounts.grouped(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, hours, 1 hour",
    "1.00, users, 1 user",
    "2, users, 2 users",
    "0, users, 0 users",
    "0.5, hours, 0.5 hours",
    "1, EUR, 1 EUR",
    "1, %, 1 %",
    "1, ms, 1 ms",
    "1, class, 1 class",
    "1500, tokens, '1,500 tokens'"
  })
  void a_unit_has_a_plural_unless_there_is_exactly_one(
      BigDecimal number, String unit, String text) {
    assertThat(Amounts.of(number, unit)).isEqualTo(text);
  }
}
