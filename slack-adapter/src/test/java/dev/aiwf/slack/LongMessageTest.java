package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.testkit.slack.Post;
import dev.aiwf.testkit.slack.Stored;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What says more than Slack shows in one message comes as a file as well. */
class LongMessageTest {

  private static final String COMPLETE = "files.completeUploadExternal";

  private SlackRun run;
  private long number;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun();
    run.started();
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  private Post shown(Content content) throws Exception {
    number++;
    return drawn(number, content, null);
  }

  private Post drawn(long as, Content content, @org.jspecify.annotations.Nullable String known)
      throws Exception {
    ChannelId channel = new SlackChannel("T1", SlackRun.CHANNEL, SlackRun.PROJECT).id();
    Message message = new Message(as, as, "k" + as, null, Instant.EPOCH, content);
    var _ = run.adapter().surface().held(channel, known != null);
    Surface.Posted posted =
        run.adapter()
            .surface()
            .show(
                new Surface.Showing(
                    channel, "support-bot/" + as, message, known, run.status().ts(), false));
    return run.slack.posts().stream()
        .filter(post -> post.ts().equals(posted.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Content lines(int count) {
    return new Content(
        IntStream.range(0, count)
            .<Block>mapToObj(i -> new Block.Note(List.of(new Span.Plain("line " + i))))
            .toList());
  }

  private static Content letters(int count) {
    return new Content(List.of(new Block.Code("x".repeat(count))));
  }

  private long files() {
    return run.slack.called().stream().filter(COMPLETE::equals).count();
  }

  @Test
  void asManyBlocksAsSlackTakesAreNoFileAndOneMoreIs() throws Exception {
    shown(lines(SlackLimits.BLOCKS));
    assertThat(files()).isZero();

    Post post = shown(lines(SlackLimits.BLOCKS + 1));

    Stored file = run.slack.nextFile();
    assertThat(file.thread()).isEqualTo(run.status().ts());
    assertThat(file.text()).contains("line 0").contains("line 50");
    assertThat(post.shown())
        .contains("2 more lines did not fit here; all of it is in " + file.name())
        .contains("line 48")
        .doesNotContain("line 49");
    assertThat(run.slack.rejections()).isEmpty();
  }

  @Test
  void asManyCharactersAsSlackTakesAreNoFileAndOneMoreIs() throws Exception {
    int fits = 3 * SlackLimits.TEXT;
    int not = SlackLimits.ALL_BLOCKS;
    while (not - fits > 1) {
      int middle = (fits + not) / 2;
      long before = files();
      shown(letters(middle));
      if (files() == before) {
        fits = middle;
      } else {
        var _ = run.slack.nextFile();
        not = middle;
      }
    }
    assertThat(shown(letters(fits)).blocks().toString().length())
        .isBetween(SlackLimits.ALL_BLOCKS - 50, SlackLimits.ALL_BLOCKS + 50);
    shown(letters(not));
    assertThat(run.slack.nextFile().text().strip()).hasSize(not);
    assertThat(run.slack.rejections()).isEmpty();
  }

  @Test
  void aLongTableComesWhole() throws Exception {
    shown(
        new Content(
            List.of(
                new Block.Table(
                    List.of("Requirement", "What it means"),
                    IntStream.range(0, 300)
                        .mapToObj(i -> List.of("requirement " + i, "what it means ".repeat(4) + i))
                        .toList()))));

    assertThat(run.slack.nextFile().text()).contains("requirement 0").contains("requirement 299");
  }

  @Test
  void whatIsDrawnAgainBringsNoSecondFileUnlessItSaysMore() throws Exception {
    Post first = shown(lines(60));
    drawn(1, lines(60), first.ts());
    assertThat(files()).isOne();

    drawn(1, lines(61), first.ts());
    assertThat(files()).isEqualTo(2);
    var _ = run.slack.nextFile();
    String second = run.slack.nextFile().name();

    Post again = drawn(1, lines(60), first.ts());
    assertThat(files()).as("it stands there already").isEqualTo(2);
    assertThat(again.shown()).doesNotContain(second);
  }

  @Test
  void noneStandsTwiceAfterARestartEither() throws Exception {
    Post first = shown(lines(60));
    run.restart();
    drawn(1, lines(60), first.ts());
    assertThat(files()).isOne();

    run.restart();
    drawn(1, lines(61), first.ts());
    assertThat(files()).isEqualTo(2);
    assertThat(run.slack.rejections()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing_scope", "enterprise_is_restricted"})
  void whereTheThreadCantBeReadBackItStandsTwiceRatherThanNowhere(String error) throws Exception {
    Post first = shown(lines(60));
    run.restart();
    run.slack.refuse("conversations.replies", error);
    drawn(1, lines(60), first.ts());
    assertThat(files()).isEqualTo(2);
  }

  @Test
  void withoutTheScopeItSaysWhereElseAllOfItIs() throws Exception {
    run.slack.refuse("files.getUploadURLExternal", "missing_scope");

    assertThat(shown(lines(60)).shown()).contains("all of it is on the console's page");
  }
}
