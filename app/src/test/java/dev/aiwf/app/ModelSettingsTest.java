package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.architect.ArchitectSettings;
import dev.aiwf.architect.ArchitectSettings.Model;
import dev.aiwf.architect.Price;
import dev.aiwf.architect.Provider;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which models are set, and what is said where that can't be. */
class ModelSettingsTest {

  @TempDir private Path folder;

  /** Pairs, separated by blanks. */
  private static Map<String, String> pairs(String set) {
    Map<String, String> pairs = new TreeMap<>();
    for (String each : set.split(" ", -1)) {
      int equals = each.indexOf('=');
      pairs.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return pairs;
  }

  private static Optional<ArchitectSettings> from(String set) throws Settings.Wrong {
    return Settings.from(pairs(set), Map.of()).architect();
  }

  private static Model first(String set) throws Settings.Wrong {
    return from(set).orElseThrow().first();
  }

  @Test
  void aKeyAloneSetsNoModel() throws Settings.Wrong {
    assertThat(from("OPENAI_API_KEY=word")).isEmpty();
  }

  @Test
  void placesWithoutAModelAreNamed() throws Settings.Wrong {
    Map<String, String> set = Map.of("AIWF_LLM_OFF", "C0123ABCD, 1084512345678901234,console");
    assertThat(Settings.from(set, Map.of()).silent().places())
        .containsExactlyInAnyOrder("C0123ABCD", "1084512345678901234", "console");
    assertThatThrownBy(() -> Settings.from(Map.of("AIWF_LLM_OFF", "#legal"), Map.of()))
        .hasMessageContaining("AIWF_LLM_OFF")
        .hasMessageContaining("C0123ABCD");
  }

  @Test
  void aModelHasItsProvidersKeyAndItsPrice() throws Settings.Wrong {
    assertThat(
            from(
                "AIWF_LLM_PROVIDER=anthropic AIWF_LLM_MODEL=m-1 ANTHROPIC_API_KEY=one"
                    + " AIWF_LLM_PRICE=3/15.5 AIWF_LLM_FALLBACK_PROVIDER=ollama"
                    + " AIWF_LLM_FALLBACK_MODEL=m2:7b OPENAI_API_KEY=other"))
        .hasValueSatisfying(set -> {
          assertThat(set.first())
              .isEqualTo(
                  new Model(
                      Provider.ANTHROPIC,
                      "m-1",
                      Optional.empty(),
                      Optional.of("one"),
                      Optional.of(new Price(new BigDecimal("3"), new BigDecimal("15.5")))));
          assertThat(set.second())
              .contains(
                  new Model(
                      Provider.OLLAMA,
                      "m2:7b",
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()));
          assertThat(set.toString()).doesNotContain("one");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "GEMINI_API_KEY=a, a",
    "GOOGLE_API_KEY=b, b",
    "GOOGLE_API_KEY=b GEMINI_API_KEY=a, a",
  })
  void geminisKeyHasTwoNames(String keys, String key) throws Settings.Wrong {
    assertThat(first("AIWF_LLM_PROVIDER=gemini AIWF_LLM_MODEL=m " + keys).key()).contains(key);
  }

  @Test
  void aKeyMayStandInAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "word\n");
    assertThat(first("AIWF_LLM_PROVIDER=openai AIWF_LLM_MODEL=m OPENAI_API_KEY_FILE=" + file).key())
        .contains("word");
  }

  @Test
  void atAnAddressOfItsOwnOpenaiNeedsNoKey() throws Settings.Wrong {
    assertThat(
            first(
                    "AIWF_LLM_PROVIDER=openai AIWF_LLM_MODEL=m"
                        + " AIWF_LLM_BASE_URL=http://models.example:8000/v1")
                .address())
        .contains(URI.create("http://models.example:8000/v1"));
  }

  @Test
  void aKeyGoesToOneAddressOnly() throws Settings.Wrong {
    String two =
        "AIWF_LLM_PROVIDER=openai AIWF_LLM_MODEL=m OPENAI_API_KEY=one"
            + " AIWF_LLM_FALLBACK_PROVIDER=openai AIWF_LLM_FALLBACK_MODEL=n";
    assertThat(from(two).orElseThrow().second().orElseThrow().key()).contains("one");
    String apart = two + " AIWF_LLM_FALLBACK_BASE_URL=https://models.example/v1";
    assertThat(from(apart).orElseThrow().second().orElseThrow().key()).isEmpty();
    assertThat(
            from(apart + " AIWF_LLM_FALLBACK_KEY=two").orElseThrow().second().orElseThrow().key())
        .contains("two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AIWF_LLM_PROVIDER=gpt AIWF_LLM_MODEL=m"
            + " | is none of openai, anthropic, gemini, ollama",
        "AIWF_LLM_PROVIDER=ollama | AIWF_LLM_MODEL is missing",
        "AIWF_LLM_MODEL=m | AIWF_LLM_PROVIDER is missing",
        "AIWF_LLM_PRICE=1/2 | AIWF_LLM_PROVIDER is missing",
        "AIWF_LLM_PROVIDER=openai AIWF_LLM_MODEL=m | OPENAI_API_KEY is missing",
        "AIWF_LLM_PROVIDER=anthropic AIWF_LLM_MODEL=m | ANTHROPIC_API_KEY is missing",
        "AIWF_LLM_PROVIDER=gemini AIWF_LLM_MODEL=m | GEMINI_API_KEY is missing",
        "AIWF_LLM_PROVIDER=ollama AIWF_LLM_MODEL=m AIWF_LLM_PRICE=cheap | 2/8 is",
        "AIWF_LLM_PROVIDER=ollama AIWF_LLM_MODEL=m AIWF_LLM_BASE_URL=there | AIWF_LLM_BASE_URL",
        "AIWF_LLM_FALLBACK_PROVIDER=ollama AIWF_LLM_FALLBACK_MODEL=m"
            + " | AIWF_LLM_PROVIDER is missing",
        "AIWF_LLM_PROVIDER=openai AIWF_LLM_MODEL=m OPENAI_API_KEY=k"
            + " AIWF_LLM_BASE_URL=http://models.example/v1 | where others can read it",
        "AIWF_LLM_PROVIDER=openai AIWF_LLM_MODEL=m OPENAI_API_KEY=k"
            + " AIWF_LLM_BASE_URL=http://127.0.0.1.example/v1 | where others can read it",
      })
  void whatCanNotBeIsNamed(String set, String said) {
    assertThatThrownBy(() -> from(set))
        .isInstanceOf(Settings.Wrong.class)
        .hasMessageContaining(said);
  }
}
