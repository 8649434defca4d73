package dev.aiwf.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.NotNow;
import dev.aiwf.testkit.discord.FakeDiscord;
import dev.aiwf.testkit.discord.Post;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of messages where something goes wrong, or somebody tidies up. */
class PostingTest {

  private static final String POST = "POST channels/*/messages";

  private DiscordRun run;

  @SuppressWarnings("NullAway") // set before each test
  PostingTest() {}

  @BeforeEach
  void open() throws Exception {
    run = new DiscordRun().connected();
  }

  @AfterEach
  void close() {
    run.close();
  }

  private void asked() {
    var _ =
        run.discord.command(
            DiscordRun.LEAD, DiscordRun.CHANNEL, "start", Map.of("name", "support-bot"));
  }

  @Test
  void aPostWhoseAnswerWasLostStandsOnce() throws Exception {
    asked();
    run.discord.loseReply(POST);
    assertThatThrownBy(() -> run.shown.next(false)).isInstanceOf(NotNow.class);

    run.settle();

    assertThat(run.discord.posts(DiscordRun.CHANNEL)).hasSize(1);
    assertThat(run.discord.rejections()).isEmpty();
  }

  @Test
  void aPostWhoseAnswerWasLostIsFoundHoursLater() throws Exception {
    asked();
    run.discord.loseReply(POST);
    assertThatThrownBy(() -> run.shown.next(false)).isInstanceOf(NotNow.class);

    run.clock.tick(Duration.ofHours(3));
    run.shown.next(true);
    run.settle();

    assertThat(run.discord.posts(DiscordRun.CHANNEL)).hasSize(1);
    assertThat(run.thread()).isNotEmpty();
  }

  @Test
  void aPostInAThreadIsFoundTheSameWay() throws Exception {
    asked();
    run.shown.next(false);
    run.discord.loseReply(POST);
    assertThatThrownBy(() -> run.settle()).isInstanceOf(NotNow.class);

    run.clock.tick(Duration.ofHours(3));
    run.shown.next(true);
    run.settle();

    assertThat(run.thread()).hasSizeGreaterThan(1);
    assertThat(run.thread()).extracting(Post::shown).doesNotHaveDuplicates();
  }

  @Test
  void anOutageIsTriedAgain() throws Exception {
    asked();
    run.discord.answerWith(POST, 500);

    assertThatThrownBy(() -> run.shown.next(false))
        .isInstanceOf(NotNow.class)
        .hasMessageContaining("500");
    run.settle();

    assertThat(run.thread()).isNotEmpty();
  }

  @Test
  void whoIsTooFastWaitsAsLongAsDiscordSays() throws Exception {
    asked();
    run.discord.rateLimit(POST, 0.5);

    run.settle();

    assertThat(run.thread()).isNotEmpty();
    assertThat(run.discord.rejections()).isEmpty();
  }

  @Test
  void whatIsStillBeingWrittenIsRedrawnIfThatCanBeDoneAtOnce() throws Exception {
    run.started();
    Post question = run.thread().getLast();

    run.sketch(question.id(), "as far as it has come");
    assertThat(run.thread().getLast().shown()).contains("as far as it has come");
    run.sketch(question.id(), "x".repeat(9_000));

    assertThat(run.thread().getLast().shown()).contains("as far as it has come");
    assertThat(run.discord.rejections()).isEmpty();
  }

  @Test
  void aThreadThatWasPutAwayIsOpenedBeforeAPost() throws Exception {
    run.started();
    run.type("Answer billing questions");
    int before = run.thread().size();
    run.discord.archive(run.threadId(), false);

    run.press("Answers from documents");

    assertThat(run.discord.isArchived(run.threadId())).isFalse();
    assertThat(run.thread()).hasSizeGreaterThan(before);
    assertThat(run.discord.rejections()).allMatch(why -> why.contains("archived"));
  }

  @Test
  void aDeletedMessageIsPostedAgain() throws Exception {
    run.started();
    Post question = run.thread().getLast();
    run.discord.delete(question);

    run.type("Answer billing questions");

    assertThat(run.thread())
        .extracting(Post::shown)
        .anyMatch(text -> text.contains("Answer billing"));
    assertThat(run.thread()).extracting(Post::id).doesNotContain(question.id());
  }

  @Test
  void aStatusLineThatWasDeletedBeginsANewThread() throws Exception {
    run.started();
    Post before = run.status();
    int facts = run.facts();
    run.discord.delete(before);
    run.discord.deleteThread(before.id());

    run.discord.command(DiscordRun.LEAD, DiscordRun.CHANNEL, "stop", Map.of());
    run.shown.settleSteppingOver();
    run.discord.command(DiscordRun.LEAD, DiscordRun.CHANNEL, "continue", Map.of());
    run.shown.settleSteppingOver();
    assertThat(run.facts()).isGreaterThan(facts);

    assertThat(run.threadId()).isNotEqualTo(before.id());
    run.type("Answer billing questions");
    assertThat(run.sidecar().answers().to("goal")).isPresent();
    assertThat(run.thread()).anyMatch(post -> post.author().equals(FakeDiscord.BOT));
  }

  @Test
  void aThreadIsRenamedAsOftenAsDiscordAllows() throws Exception {
    run.started();
    asksFor("stop", "stopped");
    asksFor("continue", "under way");
    CountDownLatch later = new CountDownLatch(1);
    run.onWait = later;
    run.discord.command(DiscordRun.LEAD, run.threadId(), "stop", Map.of());
    run.settle();

    await().until(() -> run.waits.getLast().compareTo(Duration.ofMinutes(5)) > 0);
    assertThat(run.discord.name(run.threadId())).endsWith("under way");
    run.clock.tick(Duration.ofMinutes(11));
    later.countDown();
    await().until(() -> run.discord.name(run.threadId()).endsWith("stopped"));
    // A thread that was put away says so to a redraw, and to whoever puts it away once more.
    assertThat(run.discord.rejections())
        .isNotEmpty()
        .isSubsetOf(
            "PATCH channels/*/messages/*: Thread is archived",
            "PATCH channels/*: Thread is archived");
  }

  private void asksFor(String word, String name) throws Exception {
    run.discord.command(DiscordRun.LEAD, DiscordRun.CHANNEL, word, Map.of());
    run.settle();
    await().until(() -> run.discord.name(run.threadId()).endsWith(name));
  }

  @Test
  void aStoppedProjectIsPutAwayAndComesBackWithWhoeverGoesOn() throws Exception {
    run.started();
    asksFor("stop", "stopped");
    await().until(() -> run.discord.isArchived(run.threadId()));
    assertThat(run.waits).contains(Duration.ofSeconds(30));

    asksFor("continue", "under way");

    assertThat(run.discord.isArchived(run.threadId())).isFalse();
    run.type("Answer billing questions");
    assertThat(run.sidecar().answers().to("goal")).isPresent();
  }

  @Test
  void whatIsSaidWhileAThreadIsPutAwayDoesNotLeaveItOpen() throws Exception {
    run.started();
    CountDownLatch quiet = new CountDownLatch(1);
    run.onWait = quiet;
    run.discord.command(DiscordRun.LEAD, DiscordRun.CHANNEL, "stop", Map.of());
    run.settle();
    await().until(() -> run.waits.contains(Duration.ofSeconds(30)));
    CountDownLatch answered = run.discord.answerLate("PATCH channels/*");
    run.onWait = null;
    quiet.countDown();
    await().until(() -> run.discord.isArchived(run.threadId()));
    run.say("One more word.");
    assertThat(run.discord.isArchived(run.threadId())).isFalse();

    answered.countDown();
    await().until(() -> run.discord.isArchived(run.threadId()));
  }

  @Test
  void aForumTakesAPostWithATagForThePhase() throws Exception {
    run.discord.thread("710000000000000001", DiscordRun.FORUM, "where we talk");
    run.started("710000000000000001");

    assertThat(run.status().channel()).isEqualTo(run.threadId());
    assertThat(run.discord.tags(run.threadId())).isEqualTo(List.of("Scoping"));
    run.type("Answer billing questions");
    assertThat(run.sidecar().answers().to("goal")).isPresent();
    assertThat(run.discord.rejections()).isEmpty();
  }

  @Test
  void aForumPostWhoseAnswerWasLostStandsOnce() throws Exception {
    run.discord.thread("710000000000000001", DiscordRun.FORUM, "where we talk");
    var _ =
        run.discord.command(
            DiscordRun.LEAD, "710000000000000001", "start", Map.of("name", "support-bot"));
    run.discord.loseReply("POST channels/*/threads");
    assertThatThrownBy(() -> run.shown.next(false)).isInstanceOf(NotNow.class);

    run.shown.next(true);
    run.settle();

    assertThat(run.discord.posts())
        .filteredOn(post -> post.shown().contains("**support-bot**"))
        .hasSize(1);
  }

  @Test
  void nobodyIsCalledButWhoIsAsked() throws Exception {
    run.started();
    run.type("@everyone <@" + DiscordRun.DATA + "> <@&" + DiscordRun.ROLE + "> **loud**");

    assertThat(run.discord.called()).containsOnly(DiscordRun.LEAD);
    assertThat(run.thread())
        .filteredOn(post -> post.author().equals(FakeDiscord.BOT))
        .extracting(Post::shown)
        .filteredOn(text -> text.contains("loud"))
        .isNotEmpty()
        .allMatch(text -> text.contains("\\*\\*loud\\*\\*") && text.contains("@Data @leads"));
  }
}
