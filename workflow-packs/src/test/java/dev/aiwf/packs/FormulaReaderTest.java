package dev.aiwf.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.workflow.Formula;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaReaderTest {

  private static final Map<String, BigDecimal> AMOUNTS =
      Map.of("a", new BigDecimal(10), "b_2", new BigDecimal(4), "min", new BigDecimal(3));

  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1000000; 1000000",
        "0.5*a; 5",
        "a - b_2 - 1; 5",
        "a - (b_2 - 1); 7",
        "2 + 3 * b_2; 14",
        "(2 + 3) * b_2; 20",
        "a / b_2 / 5; 0.5",
        "min(a, b_2); 4",
        "max(1, a, b_2); 10",
        "ceil(a / b_2) * min; 9",
        "ceil ( ( ( a ) ) ); 10"
      })
  void whatIsWrittenIsWhatIsReckoned(String text, BigDecimal value) {
    Optional<BigDecimal> reckoned = read(text).flatMap(formula -> formula.value(AMOUNTS::get));

    assertThat(problems).isEmpty();
    assertThat(reckoned.orElseThrow()).isEqualByComparingTo(value);
  }

  @Test
  void namesStandInTheOrderInWhichTheyAreRead() {
    assertThat(read("b_2 * (a + ceil(c9)) - a").orElseThrow().names())
        .containsExactly("b_2", "a", "c9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a +; The formula ends where",
        "a + ); I don't know what to do with \")\" at character 5",
        "(a; The bracket after character 1 is never closed",
        "ceil(a; The bracket after character 1 is never closed",
        "a b_2; I don't know what to do with \"b_2\" at character 3",
        "10k; I don't know what to do with \"k\" at character 3",
        "-a; I don't know what to do with \"-\" at character 1",
        "1.2.3; I don't know what to do with \"1.2.3\" at character 1",
        "a ^ 2; I don't know what to do with \"^\" at character 3",
        "A; I don't know what to do with \"A\"",
        "sqrt(a); There is no \"sqrt(…)\" in formulas",
        "min(a); takes two parts or more",
        "ceil(a, 2); takes one part",
        "min(); I don't know what to do with \")\""
      })
  void whatIsNoFormulaIsSaid(String text, String sentence) {
    assertThat(read(text)).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence()).contains(sentence).endsWith("."));
  }

  @Test
  void aNumberThatIsTooLongToBeWrittenIsNone() {
    Formula squared = read("a * a").orElseThrow();
    Optional<BigDecimal> value = Optional.of(BigDecimal.TEN);
    for (int i = 0; i < 100; i++) {
      value = value.flatMap(a -> squared.value(Map.of("a", a)::get));
    }

    assertThat(value).isEmpty();
  }

  private Optional<Formula> read(String text) {
    return FormulaReader.read(new Source("figures", problems), 7, text);
  }
}
