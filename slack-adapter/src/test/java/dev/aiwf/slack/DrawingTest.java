package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.testkit.slack.Post;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every part of a message at Slack's limits and one above, before a Slack that rejects the rest.
 */
class DrawingTest {

  private static final String HOSTILE =
      "<!channel> <@U2> &lt; *bold* _it_ ~no~ `code` :tada: https://example.org"
          + " \u05e9\u05dc\u05d5\u05dd @here";

  private static SlackRun run;
  private static long number;

  @BeforeAll
  static void open() throws Exception {
    run = new SlackRun();
  }

  @AfterAll
  static void close() throws Exception {
    run.close();
  }

  private static Post shown(Block... blocks) throws Exception {
    number++;
    Message message =
        new Message(
            number, number, "k" + number, null, Instant.EPOCH, new Content(List.of(blocks)));
    ChannelId channel = new ChannelId("slack:T1:C7:p");
    var _ = run.adapter().surface().held(channel, false);
    Surface.Posted posted =
        run.adapter()
            .surface()
            .show(new Surface.Showing(channel, "p" + number, message, null, null, false));
    assertThat(run.slack.rejections()).isEmpty();
    return run.slack.posts().stream()
        .filter(post -> post.ts().equals(posted.id()))
        .findFirst()
        .orElseThrow();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("heading", SlackLimits.HEADER, (Function<String, Block>) Block.Heading::new),
        Arguments.of("paragraph", SlackLimits.TEXT, spans(Block.Paragraph::new)),
        Arguments.of("note", SlackLimits.TEXT, spans(Block.Note::new)),
        Arguments.of(
            "bullet",
            SlackLimits.TEXT,
            (Function<String, Block>)
                text -> new Block.Bullets(List.of(List.of(new Span.Strong(text))))),
        Arguments.of("quote", SlackLimits.TEXT, (Function<String, Block>) Block.Quote::new),
        Arguments.of("code", SlackLimits.TEXT, (Function<String, Block>) Block.Code::new),
        Arguments.of(
            "cell",
            SlackLimits.TEXT,
            (Function<String, Block>)
                text -> new Block.Table(List.of("A", "B"), List.of(List.of("a", text)))),
        Arguments.of(
            "link",
            SlackLimits.TEXT,
            (Function<String, Block>)
                text -> new Block.Paragraph(List.of(new Span.Link(text, "https://example.org/a")))),
        Arguments.of(
            "tick",
            SlackLimits.TEXT - 2,
            (Function<String, Block>)
                text ->
                    new Block.Checklist(
                        List.of(new Block.Tick(text, false, null, button("Tick"))))));
  }

  private static Function<String, Block> spans(Function<List<Span>, Block> block) {
    return text -> block.apply(List.of(new Span.Plain(text)));
  }

  private static Button button(String label) {
    return new Button(
        "c" + label.hashCode() + label.length(),
        label,
        null,
        Button.Style.PLAIN,
        new Press.Send(new Action.Say(label)));
  }

  private static String letters(String text) {
    return text.replaceAll("[^x]", "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void noLetterIsLostAtALimitOrAbove(String name, int limit, Function<String, Block> block)
      throws Exception {
    for (int length : List.of(1, limit - 1, limit, limit + 1, 3 * limit)) {
      String text = "x".repeat(length);

      assertThat(letters(shown(block.apply(text)).shown()))
          .as("%d of %s", length, name)
          .hasSize(length);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void nothingTypedBecomesMarkup(String name, int limit, Function<String, Block> block)
      throws Exception {
    Post post = shown(block.apply(HOSTILE));

    assertThat(post.shown()).as(name).contains(HOSTILE);
    assertThat(post.blocks().toString()).doesNotContain("mrkdwn").doesNotContain("\"user\"");
    assertThat(post.text()).doesNotContain("<!").doesNotContain("<@").contains("&lt;!channel&gt;");
  }

  @Test
  void surrogatesAreNotTornApart() throws Exception {
    String text = "a" + "😀".repeat(SlackLimits.TEXT);

    assertThat(shown(new Block.Code(text)).shown().replace("\n", "")).isEqualTo(text);
  }

  @Test
  void fiftyBlocksFitAndOfMoreTheRestIsCounted() throws Exception {
    assertThat(shown(notes(50)).blocks().size()).isEqualTo(50);

    Post post = shown(notes(53));
    assertThat(post.blocks().size()).isEqualTo(50);
    assertThat(post.shown()).contains("note 48").contains("4 more lines");
  }

  private static Block[] notes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Block.Note(List.of(new Span.Plain("note " + i))))
        .toArray(Block[]::new);
  }

  @Test
  void whatIsPressedStaysThoughTheTextIsTooLong() throws Exception {
    Post post =
        shown(
            new Block.Code("line\n".repeat(4_000)), new Block.Buttons(List.of(button("Continue"))));

    assertThat(post.labels()).containsExactly("Continue");
    assertThat(post.shown()).contains("more lines did not fit");
  }

  @Test
  void aFewButtonsStandInARowAndMoreOfThemAreAMenu() throws Exception {
    for (int count : List.of(1, 5, 6, 100, 101)) {
      List<String> labels = IntStream.range(0, count).mapToObj(i -> "Choice " + i).toList();

      Post post = shown(new Block.Buttons(labels.stream().map(DrawingTest::button).toList()));

      assertThat(post.labels()).isEqualTo(labels);
      assertThat(post.blocks().toString().contains("static_select")).isEqualTo(count > 5);
    }
  }

  @Test
  void aLabelThatIsTooLongSaysSo() throws Exception {
    assertThat(shown(new Block.Buttons(List.of(button("x".repeat(75))))).labels())
        .containsExactly("x".repeat(75));
    assertThat(shown(new Block.Buttons(List.of(button("x".repeat(76))))).labels())
        .containsExactly("x".repeat(74) + "…");
  }

  @Test
  void whoeverSlackKnowsIsMentionedAndNobodyElse() throws Exception {
    Post post =
        shown(
            new Block.Paragraph(
                List.of(
                    new Span.Mention(new PersonId("slack:T1:U2"), "@data"),
                    new Span.Mention(new PersonId("slack:T9:U3"), "@far"),
                    new Span.Mention(new PersonId("console:lead"), "@lead"))));

    assertThat(post.shown()).contains("<@U2>@far@lead");
  }

  @Test
  void anAddressThatSlackWouldRejectIsReadInstead() throws Exception {
    Post post =
        shown(
            new Block.Paragraph(
                List.of(
                    new Span.Link("here", "javascript:alert(1)"),
                    new Span.Link("there", "https://example.org/"))));

    assertThat(post.blocks().toString())
        .contains("https://example.org/")
        .doesNotContain("javascript");
    assertThat(post.shown()).contains("herethere");
  }

  @Test
  void aNarrowTableIsSetInColumns() throws Exception {
    Post post =
        shown(
            new Block.Table(
                List.of("Step", "State"),
                List.of(List.of("Scoping", "done"), List.of("Release", "here"))));

    assertThat(post.shown()).contains("Step     State\nScoping  done\nRelease  here");
  }

  @Test
  void anEmptyPartIsNoPart() throws Exception {
    Post post =
        shown(
            new Block.Heading(""),
            new Block.Paragraph(List.of()),
            new Block.Note(List.of(new Span.Plain(""))),
            new Block.Bullets(List.of()),
            new Block.Buttons(List.of()),
            new Block.Quote("kept"));

    assertThat(post.blocks().size()).isEqualTo(1);
  }

  @Test
  void whatWasSaidElsewhereNamesWhoSaidIt() throws Exception {
    Message message =
        new Message(
            1, 1, "said:1", new PersonId("console:lead"), Instant.EPOCH, Content.of("Hello"));
    run.adapter()
        .surface()
        .show(
            new Surface.Showing(
                new ChannelId("slack:T1:C7:p"), "said", message, null, null, false));

    assertThat(run.slack.posts().getLast().shown()).contains("console:lead:").contains("Hello");
  }
}
