package dev.aiwf.artifacts.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Words that mean something where they should mean nothing. */
final class Hostile {

  private static final List<String> GIVEN =
      List.of(
          "plain words",
          "\"quotes\" and 'these'",
          "a: b, {c: d} [e]",
          "{{goal}} {{{goal}}} {{#goal}} {% raw %}",
          "---",
          "--- \n- a\n- b",
          "- leading",
          "* leading\n+ leading",
          "1. leading\n2) leading",
          "# heading\n## heading",
          "title\n===",
          "title\n---",
          "head\n:-:",
          "a | b\n--- | ---\nc | d",
          "> quoted\n> quoted",
          "```\ncode\n```",
          "~~~\ncode",
          "    indented\n\tindented",
          "`code` and ``more` ``",
          "*stress* **more** _this_ __that__ ~~gone~~ snake_case_word",
          "[text](https://evil.example/?q=1) ![image](https://evil.example/i.png)",
          "[ref]: https://evil.example\n[ref]",
          "[^1]: note",
          "<https://evil.example> <b>bold</b> <script>alert(1)</script>",
          "<!-- comment\n-->",
          "</td></table><img src=x onerror=alert(1)>",
          "&lt;b&gt; &amp; &#64; AT&T",
          "https://evil.example www.evil.example HTTPS://EVIL.example",
          "one\n\ntwo\n\n\n    three",
          "ends in a backslash \\",
          "\\ \\n \\| \\\\",
          "cell | pipe || pipe",
          "null",
          "~",
          "true",
          "no",
          "0x1F",
          "1e3",
          "12:30:45",
          "2026-03-02",
          "0123",
          "_",
          ".",
          "-",
          "?",
          "!tag &anchor *alias",
          "%YAML 1.2",
          "@at `tick",
          "# comment",
          "a #b",
          " spaces around ",
          "line\u2028line\u2029line\u0085line",
          "\uFEFFmark",
          "bell\u0007 del\u007F",
          "🙂 emoji 👩‍👩‍👧 漢字 עברית",
          "$x$ $$y$$",
          "trailing \nspaces  \nhere",
          "\"",
          "'",
          "x".repeat(10_000),
          "word: - # | {{ ` ".repeat(600).strip());

  private Hostile() {}

  static List<String> words() {
    List<String> all = new ArrayList<>(GIVEN);
    String signs = "\\`*_{}[]()#+-.!|<>~=:&%$@\"'^ \n\n\t0aZé🙂";
    int[] characters = signs.codePoints().toArray();
    long seed = 20_260_302L;
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      StringBuilder soup = new StringBuilder();
      for (int j = random.nextInt(40); j >= 0; j--) {
        soup.appendCodePoint(characters[random.nextInt(characters.length)]);
      }
      all.add("a" + soup + "z");
      all.add(soup + "z");
    }
    return all;
  }
}
