package dev.aiwf.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  private static List<Block> read(String text) {
    return Markdown.read(text, "https://known.example/a"::equals).blocks();
  }

  private static Span plain(String text) {
    return new Span.Plain(text);
  }

  @Test
  void readsWhatModelsUsuallyWrite() {
    assertThat(
            read(
                """
                # RAG, **only**

                It is *edited* daily, see `arch-001`:
                - first
                  and on
                2. second

                > said

                | a | b |
                |---|:--|
                | 1 | **2** |

                ```yaml
                k: v
                ```
                """))
        .containsExactly(
            new Block.Heading("RAG, only"),
            new Block.Paragraph(
                List.of(
                    plain("It is "),
                    new Span.Strong("edited"),
                    plain(" daily, see "),
                    new Span.Mono("arch-001"),
                    plain(":"))),
            new Block.Bullets(
                List.of(
                    List.of(plain("first"), plain(" "), plain("and on")),
                    List.of(plain("second")))),
            new Block.Quote("said"),
            new Block.Table(List.of("a", "b"), List.of(List.of("1", "2"))),
            new Block.Code("k: v"));
  }

  @Test
  void leadsNowhereThatIsNotKnown() {
    assertThat(read("[here](https://known.example/a) [there](https://evil.example/?q=1)"))
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    new Span.Link("here", "https://known.example/a"), plain(" "), plain("there"))));
    assertThat(read("![chart](https://known.example/a) [x](javascript:alert(1))").toString())
        .doesNotContain("Link");
  }

  @Test
  void whatIsHalfThereIsWords() {
    assertThat(read("**bold [link](https://known.example/a `code"))
        .containsExactly(
            new Block.Paragraph(List.of(plain("**bold [link](https://known.example/a `code"))));
    for (String stars : List.of("2*3*4 and a*b", "5 * 6 * 7", "*", "**", "***", "* *")) {
      assertThat(read("x " + stars))
          .containsExactly(new Block.Paragraph(List.of(plain("x " + stars))));
    }
    assertThat(read("```\nno end")).containsExactly(new Block.Code("no end"));
    assertThat(read("<script>x</script>"))
        .containsExactly(new Block.Paragraph(List.of(plain("<script>x</script>"))));
    assertThat(read("| a |\n|---|\n| 1 | 2 | 3 |"))
        .containsExactly(new Block.Table(List.of("a"), List.of(List.of("1"))));
    assertThat(read("")).isEmpty();
  }
}
