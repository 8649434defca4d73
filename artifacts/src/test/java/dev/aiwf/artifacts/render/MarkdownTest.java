package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.rules.Clean;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another parser finds the same document, whatever was typed. */
class MarkdownTest {

  private static final String TEMPLATE =
      """
      # {{words}}

      {{words}}

      **Bold:** {{words}} and on

      - {{words}}
      - {{decided.rationale}}

      1. {{words}}

         {{words}}

      > {{words}}

      | What | Answer |
      |---|---|
      | {{words.ask}} | {{words}} |
      {{#rows.rows}}
      | {{name}} | {{{volume}}} |
      {{/rows.rows}}

      {{#several.items}}
      - {{.}}
      {{/several.items}}

      {{words.by}} | {{&several}}

      The end.
      """;

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  static List<String> words() {
    return Hostile.words();
  }

  @ParameterizedTest
  @MethodSource("words")
  void noWordsBreakADocument(String words) {
    Node document = PARSER.parse(rendered(words));

    assertThat(Skeleton.of(document)).isEqualTo(Skeleton.of(PARSER.parse(rendered("words"))));
    assertThat(squeezed(text(document.getFirstChild())))
        .describedAs("what was typed is what is read")
        .isEqualTo(squeezed(words.replaceAll("[\u2028\u2029]", "\n")));
  }

  private static String rendered(String words) {
    return new MustacheRenderer()
        .render(States.writing("a.md", TEMPLATE), States.full(words)).stream()
            .filter(file -> file.path().equals("a.md"))
            .map(File::text)
            .findFirst()
            .orElseThrow();
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder(node instanceof Text words ? words.getLiteral() : "");
    if (node instanceof HardLineBreak || node instanceof SoftLineBreak) {
      text.append(' ');
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      text.append(text(child));
    }
    return text.toString();
  }

  private static String squeezed(String text) {
    return Clean.lines(text)
        .lines()
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Test
  void linesOfOneAnswerStayTogether() {
    assertThat(rendered("one\n\ntwo"))
        .startsWith(
            """
            # one  two

            one\\
            \\
            two

            **Bold:** one\\
            \\
            two and on

            - one\\
              \\
              two
            """)
        .contains("\n> one\\\n> \\\n> two\n", "| What about words? | one<br><br>two |\n");
  }

  @Test
  void addressesLeadNowhere() {
    assertThat(new Markdown().words("see https://evil.example or www.evil.example"))
        .isEqualTo("see https\\://evil.example or www\\.evil.example");
  }

  @Test
  void ordinaryWordsStayAsTheyAre() {
    String words = "Support-bot's use_case: 3.5 GB (approx.), 10% off + VAT @ 7 = fine; AT & T!";

    assertThat(new Markdown().words(words)).isEqualTo(words);
  }
}
