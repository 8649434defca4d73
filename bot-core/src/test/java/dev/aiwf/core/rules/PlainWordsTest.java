package dev.aiwf.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed, where it is read by others. */
class PlainWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "under 5 s and <3 errors | under 5 s and <3 errors",
        "a _b_ and snake_case | a _b_ and snake_case",
        "![logo](x.png) and [text](y) | logo and text",
        "data: it changes, daily | data: it changes, daily",
        "see www.example.org/x now | see (address left out) now",
      })
  void wordsStayAndMarkupGoes(String typed, String plain) {
    assertThat(PlainWords.of(typed, 200)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x</script>",
        "<i<b>>x",
        "<*i*>x",
        "<a href=\"https://example.org\">x</a>",
        "ht*tps://example.org/x",
        "https:/<b></b>/example.org/x",
        "java`script:alert(1),",
        "data:text/html,<p>x",
        "[x](https://example.org)[y](https://example.org)",
        "<https://exa<b>mple.org> x",
      })
  void nothingIsLeftThatLeadsSomewhereOrIsMarkup(String typed) {
    assertThat(PlainWords.of(typed, 200))
        .doesNotContainPattern("(?i)</?(?:script|i|b|a|p)\\b[^>]*>")
        .doesNotContainPattern("(?i)(?:https?|javascript|data):(?://|\\S*,)");
  }

  @Test
  void whatIsTooLongSaysSo() {
    assertThat(PlainWords.of("word ".repeat(100), 20)).hasSize(20).endsWith("…");
  }
}
