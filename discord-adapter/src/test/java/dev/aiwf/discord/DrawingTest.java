package dev.aiwf.discord;

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
import dev.aiwf.testkit.discord.FakeDiscord;
import dev.aiwf.testkit.discord.Post;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every part of a message at Discord's limits and above, before a Discord that rejects the rest.
 */
class DrawingTest {

  private static final String HOSTILE =
      """
      @everyone <@800000000000000002> **bold** _it_ ~~no~~ `code` ||secret|| # big
      - item
      > quote [here](https://example.org) https://example.org <t:1:R> ```
      fence
      ```\
      """;

  private static DiscordRun run;
  private static long number;

  @BeforeAll
  static void open() throws Exception {
    run = new DiscordRun().connected();
    run.discord.channel("700000000000000009", "drawings");
    run.discord.thread("710000000000000009", DiscordRun.CHANNEL, "drawings");
  }

  @AfterAll
  static void close() {
    run.close();
  }

  private static Post shown(Block... blocks) throws Exception {
    return shown(new Content(List.of(blocks)), null);
  }

  private static Post shown(Content content, @Nullable String posted) throws Exception {
    number++;
    Message message = new Message(number, number, "k" + number, null, Instant.EPOCH, content);
    Surface.Posted where =
        run.adapter()
            .surface()
            .show(
                new Surface.Showing(
                    new ChannelId("discord:" + FakeDiscord.GUILD + ":" + DiscordRun.CHANNEL + ":p"),
                    "p" + number,
                    message,
                    posted,
                    "710000000000000009",
                    false));
    assertThat(run.discord.rejections()).isEmpty();
    return run.discord.posts().stream()
        .filter(post -> post.id().equals(where.id()))
        .findFirst()
        .orElseThrow();
  }

  static Stream<Arguments> blocks() {
    return Stream.of(
        Arguments.of("heading", (Function<String, Block>) Block.Heading::new),
        Arguments.of("paragraph", spans(Block.Paragraph::new)),
        Arguments.of("note", spans(Block.Note::new)),
        Arguments.of(
            "bullet",
            (Function<String, Block>)
                text -> new Block.Bullets(List.of(List.of(new Span.Strong(text))))),
        Arguments.of("quote", (Function<String, Block>) Block.Quote::new),
        Arguments.of("code", (Function<String, Block>) Block.Code::new),
        Arguments.of(
            "cell",
            (Function<String, Block>)
                text -> new Block.Table(List.of("A", "B"), List.of(List.of("a", text)))),
        Arguments.of(
            "mono",
            (Function<String, Block>) text -> new Block.Paragraph(List.of(new Span.Mono(text)))),
        Arguments.of(
            "link",
            (Function<String, Block>)
                text ->
                    new Block.Paragraph(List.of(new Span.Link(text, "https://acme.org/a(b)")))));
  }

  private static Function<String, Block> spans(Function<List<Span>, Block> block) {
    return text -> block.apply(List.of(new Span.Plain(text)));
  }

  private static Button button(String control, String label) {
    return new Button(
        control, label, null, Button.Style.PLAIN, new Press.Send(new Action.Say(label)));
  }

  private static String xs(String text) {
    return text.replaceAll("[^x]", "");
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void aTextIsWholeHoweverLong(String kind, Function<String, Block> block) throws Exception {
    for (int length : new int[] {1, 999, 1_000, 1_001, 3_500}) {
      Post post = shown(block.apply("x".repeat(length)));
      assertThat(xs(post.shown())).as(kind).hasSize(length);
      assertThat(post.files()).isEmpty();
    }
    for (int length : new int[] {4_001, 20_000}) {
      Post post = shown(block.apply("x".repeat(length)));
      assertThat(post.shown()).as(kind).contains("not all of it");
      assertThat(
              xs(
                  new String(
                      Objects.requireNonNull(post.files().get("all-of-it.md")),
                      StandardCharsets.UTF_8)))
          .hasSize(length);
    }
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void nothingThatIsTypedIsMarkup(String kind, Function<String, Block> block) throws Exception {
    int before = run.discord.called().size();
    Post post = shown(block.apply(HOSTILE));

    assertThat(run.discord.called()).as(kind).hasSize(before);
    assertThat(post.body().at("/allowed_mentions/parse")).isEmpty();
    if (!kind.equals("code") && !kind.equals("mono")) {
      assertThat(post.shown())
          .doesNotContain("@everyone")
          .doesNotContain(" <@8")
          .doesNotContain("**bold**")
          .doesNotContain(" ||secret")
          .doesNotContain(" https://");
    }
  }

  @Test
  void onlyWhoIsAskedIsCalled() throws Exception {
    int before = run.discord.called().size();
    Post post =
        shown(
            new Block.Paragraph(
                List.of(
                    new Span.Mention(new PersonId("discord:" + DiscordRun.LEAD), "Lead"),
                    new Span.Mention(new PersonId("slack:T1:U1"), "Somebody"),
                    new Span.Mention(new PersonId("discord:role:" + DiscordRun.ROLE), "@leads"),
                    new Span.Mention(new PersonId("discord:no-number"), "Nobody"))));

    assertThat(post.shown()).contains("<@" + DiscordRun.LEAD + ">Somebody@leadsNobody");
    assertThat(run.discord.called().subList(before, run.discord.called().size()))
        .containsExactly(DiscordRun.LEAD);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 6, 25, 26, 60})
  void everyButtonCanBePressed(int many) throws Exception {
    List<Button> buttons =
        IntStream.range(0, many).mapToObj(i -> button("c" + i, "Label " + i)).toList();

    Post post =
        shown(new Block.Paragraph(List.of(new Span.Plain("x"))), new Block.Buttons(buttons));

    assertThat(post.labels()).hasSize(many).contains("Label 0", "Label " + (many - 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 40})
  void everyTickCanBeTurned(int many) throws Exception {
    List<Block.Tick> ticks =
        IntStream.range(0, many)
            .mapToObj(i -> new Block.Tick("Item " + i, false, null, button("t" + i, "Tick")))
            .toList();

    Post post = shown(new Block.Checklist(ticks));

    assertThat(post.labels()).hasSize(many);
    assertThat(post.shown()).contains("☐ Item 0", "☐ Item " + (many - 1));
  }

  @Test
  void aLabelIsCutNotRejected() throws Exception {
    Post post = shown(new Block.Buttons(List.of(button("long", "y".repeat(200)))));

    assertThat(post.labels().getFirst()).hasSize(80).endsWith("…");
  }

  @Test
  void whatCanBePressedIsThereHoweverMuchIsSaid() throws Exception {
    Post post =
        shown(
            new Block.Paragraph(List.of(new Span.Plain("x".repeat(30_000)))),
            new Block.Buttons(List.of(button("go", "Go on"))));

    assertThat(post.labels()).containsExactly("Go on");
    assertThat(post.files()).containsKey("all-of-it.md");
  }

  @Test
  void aRedrawThatFitsLeavesNoFileBehind() throws Exception {
    Post before = shown(new Block.Quote("x".repeat(9_000)));

    Post after = shown(Content.of("short"), before.id());

    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.files()).isEmpty();
    assertThat(after.shown()).isEqualTo("short\n");
  }

  @Test
  void aNarrowTableHasColumnsAndAWideOneIsAList() throws Exception {
    assertThat(shown(new Block.Table(List.of("A", "B"), List.of(List.of("1", "2")))).shown())
        .contains("```\nA  B\n1  2\n```");
    assertThat(
            shown(
                    new Block.Table(
                        List.of("What", "Which"), List.of(List.of("one", "w".repeat(60)))))
                .shown())
        .contains("- **one** · Which: www");
  }

  @Test
  void nothingIsSomething() throws Exception {
    assertThat(shown(new Block.Paragraph(List.of())).shown()).isEqualTo("…\n");
  }
}
