package dev.aiwf.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @Test
  void peopleSeeWhatTheyMeant() {
    Element said =
        Jsoup.parse(Markdown.said("**Both** of\nthese:\n\n- `a`\n- [b](https://b.example)"));
    assertThat(said.select("strong").text()).isEqualTo("Both");
    assertThat(said.select("br")).hasSize(1);
    assertThat(said.select("li")).hasSize(2);
    assertThat(said.select("a").attr("href")).isEqualTo("https://b.example");
  }

  @Test
  void aTableOfADocumentIsATable() {
    assertThat(Jsoup.parse(Markdown.document("| a | b |\n|---|---|\n| 1 | 2 |")).select("td"))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[words](javascript:alert(1))",
        "[words](JaVaScRiPt&colon;alert(1))",
        "[words](data:text/html;base64,PHNjcmlwdD4=)",
        "![words](https://elsewhere.example/pixel.png)",
        "[words](/projects/other)",
        "<javascript:alert(1)>",
        "[a]: javascript:alert(1)\n\n[words][a]"
      })
  void nothingRunsOrIsLoaded(String text) {
    for (String html : new String[] {Markdown.said(text), Markdown.document(text)}) {
      assertThat(Jsoup.parse(html).select("script, img, a, [onerror]")).as(html).isEmpty();
    }
  }
}
