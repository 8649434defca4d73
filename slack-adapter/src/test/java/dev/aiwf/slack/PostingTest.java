package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Unreachable;
import dev.aiwf.testkit.slack.Post;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a message when Slack does not simply say yes. */
class PostingTest {

  private static final String POST = "chat.postMessage";

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun();
    run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf start support-bot");
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  @Test
  void aStatusLineWhoseAnswerWasLostIsFoundAgain() throws Exception {
    run.slack.loseReply(POST);
    assertThatThrownBy(() -> run.shown.next(false)).isInstanceOf(NotNow.class);
    Post lost = run.status();

    run.shown.next(true);
    run.settle();

    assertThat(run.slack.posts()).filteredOn(post -> post.thread() == null).hasSize(1);
    assertThat(run.thread()).isNotEmpty().allMatch(post -> lost.ts().equals(post.thread()));
  }

  @Test
  void aMessageInTheThreadWhoseAnswerWasLostIsFoundAgain() throws Exception {
    run.settle();
    run.slack.loseReply(POST);
    assertThatThrownBy(() -> run.type("Answer billing questions")).isInstanceOf(NotNow.class);
    int posts = run.slack.posts().size();

    run.shown.next(true);
    assertThat(run.slack.posts()).hasSize(posts);
    run.settle();

    assertThat(run.thread()).extracting(Post::shown).doesNotHaveDuplicates();
  }

  @Test
  void whatNeverArrivedIsPostedOnTheSecondTry() throws Exception {
    run.slack.answerWith(POST, 502);
    assertThatThrownBy(() -> run.shown.next(false)).isInstanceOf(NotNow.class);
    assertThat(run.slack.posts()).isEmpty();

    run.shown.next(true);

    assertThat(run.slack.posts()).hasSize(1);
  }

  @Test
  void whereReadingIsForbiddenItIsPostedAllTheSame() throws Exception {
    run.slack.answerWith(POST, 502);
    assertThatThrownBy(() -> run.shown.next(false)).isInstanceOf(NotNow.class);
    run.slack.refuse("conversations.history", "missing_scope");

    run.shown.next(true);

    assertThat(run.slack.posts()).hasSize(1);
  }

  @Test
  void anAnswerThatSaysWhenSaysWhen() {
    run.slack.rateLimit(POST, 17);

    assertThatThrownBy(() -> run.shown.next(false))
        .asInstanceOf(InstanceOfAssertFactories.type(NotNow.class))
        .extracting(NotNow::after)
        .isEqualTo(Optional.of(Duration.ofSeconds(17)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratelimited", "internal_error", "service_unavailable"})
  void whatIsNotUsSaysNotNow(String error) {
    run.slack.refuse(POST, error);

    assertThatThrownBy(() -> run.shown.next(false)).isInstanceOf(NotNow.class);
  }

  @ParameterizedTest
  @CsvSource({
    "not_in_channel, /invite @aiwf",
    "channel_not_found, /invite @aiwf",
    "is_archived, archived",
    "token_revoked, SLACK_BOT_TOKEN",
    "invalid_auth, SLACK_BOT_TOKEN",
    "account_inactive, SLACK_BOT_TOKEN",
    "missing_scope, manifest.yaml",
    "something_new, something_new"
  })
  void whatSomebodyMustPutRightSaysWhatToDo(String error, String advice) {
    run.slack.refuse(POST, error);

    assertThatThrownBy(() -> run.shown.next(false))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining(advice);
  }

  @Test
  void aChannelThatItIsNotInSaysHowToInviteIt() throws Exception {
    run.settle();
    run.slack.privateChannel("C8", false);
    run.slack.command(SlackRun.LEAD, "C8", "aiwf start another-bot");

    assertThatThrownBy(() -> run.settle()).hasMessageContaining("/invite @aiwf");
  }

  @Test
  void aChannelThatIsArchivedIsTroubleOnceAndNoneOnceItIsOpenAgain() throws Exception {
    run.settle();
    assertThat(run.adapter().trouble()).isEmpty();
    run.slack.archive(SlackRun.CHANNEL);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> run.type("Answer billing questions"))
          .isInstanceOf(Unreachable.class);
    }
    assertThat(run.adapter().trouble())
        .contains(
            "Nothing is shown in C7: The channel is archived. Unarchive it, or go on in another"
                + " one.");

    run.slack.unarchive(SlackRun.CHANNEL);
    run.settle();
    assertThat(run.adapter().trouble()).isEmpty();
  }

  @Test
  void aTokenThatWasRevokedIsTroubleForTheWholeWorkspace() {
    run.slack.refuse(POST, "token_revoked");
    assertThatThrownBy(() -> run.settle()).isInstanceOf(Unreachable.class);

    assertThat(run.adapter().trouble().orElseThrow())
        .contains("the workspace")
        .contains("SLACK_BOT_TOKEN");
  }

  @Test
  void aMessageThatSomebodyTookAwayIsPostedAnew() throws Exception {
    run.settle();
    Post question =
        run.thread().stream()
            .filter(post -> post.labels().contains("Answer…"))
            .findFirst()
            .orElseThrow();
    run.slack.delete(question);

    run.type("Answer billing questions");

    assertThat(run.thread())
        .extracting(Post::shown)
        .filteredOn(text -> text.contains("✔ What should it do for whom?"))
        .hasSize(1);
  }

  @Test
  void aRedrawKeepsWhatTheMessageIsFoundBy() throws Exception {
    run.settle();
    run.type("Answer billing questions");

    assertThat(run.slack.posts())
        .filteredOn(post -> post.edits() > 0)
        .isNotEmpty()
        .allSatisfy(post -> assertThat(String.valueOf(post.metadata())).contains("aiwf_posting"));
  }
}
