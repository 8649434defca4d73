package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.Post;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /aiwf} understands, and what it says privately if it does not. */
@ParameterizedClass
@EnumSource(SlackRun.Way.class)
class CommandsTest {

  private final SlackRun.Way way;
  private SlackRun run;

  @SuppressWarnings("NullAway") // set before each test
  CommandsTest(SlackRun.Way way) {
    this.way = way;
  }

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun(way);
  }

  @AfterEach
  void close() throws Exception {
    assertThat(run.slack.rejections()).isEmpty();
    run.close();
  }

  private String answer(String typed) {
    Delivery delivery = run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, typed);
    assertThat(delivery.acknowledged()).isTrue();
    assertThat(delivery.answer().path("response_type").asString()).isEqualTo("ephemeral");
    return delivery.answer().path("text").asString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aiwf", "aiwf help", "aiwf ?", "aiwf HELP"})
  void helpIsPrivate(String typed) {
    assertThat(answer(typed)).contains("/aiwf start support-bot").contains("write @aiwf instead");
    assertThat(run.slack.posts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"strat x, start", "stauts, status", "lst, list", "hlep, help"})
  void aSlipOfTheFingersIsMetWithWhatWasMeant(String typed, String meant) {
    assertThat(answer("aiwf " + typed)).contains("Did you mean " + meant + "?");
  }

  @Test
  void whatIsNothingLikeAWordIsJustUnknown() {
    assertThat(answer("aiwf <!channel>"))
        .contains("There is no \"@channel\".")
        .doesNotContain("mean");
  }

  @Test
  void whatIsAskedOfAProjectWhereThereIsNoneSaysSo() {
    assertThat(answer("aiwf decisions")).contains("no project in this channel");
  }

  @ParameterizedTest
  @CsvSource({
    "status, Progress",
    "decisions, No decision",
    "why, What should it do for whom?",
    "gate, No gate waits here",
    "people, owner",
    "artifacts, no files yet"
  })
  void inAChannelWithOneProjectItIsMeantAndShownPrivately(String word, String shown)
      throws Exception {
    run.started();
    int facts = run.facts();

    assertThat(answer("aiwf " + word)).contains("support-bot").contains(shown);
    assertThat(answer("aiwf " + word + " Support-Bot")).contains(shown);
    assertThat(run.facts()).isEqualTo(facts);
  }

  @Test
  void inAChannelWithSeveralProjectsOneIsPicked() throws Exception {
    run.started();
    answer("aiwf start other-bot");
    run.settle();

    Delivery delivery = run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf decisions");
    Post picker = run.slack.shown(SlackRun.LEAD, SlackRun.CHANNEL, delivery);
    assertThat(picker.shown()).contains("Which project?");
    assertThat(picker.labels()).containsExactlyInAnyOrder("support-bot", "other-bot");
    run.slack.press(SlackRun.LEAD, picker, "other-bot");

    assertThat(run.slack.nextWhisper().shown()).contains("other-bot").contains("No decision");
  }

  @Test
  void asManyAsAMenuTakesArePickedFromOneAndMoreAreNamed() throws Exception {
    for (int i = 1; i <= 100; i++) {
      answer("aiwf start bot-" + i);
    }
    Delivery full = run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf decisions");
    assertThat(run.slack.shown(SlackRun.LEAD, SlackRun.CHANNEL, full).labels()).hasSize(100);
    assertThat(answer("aiwf why " + "x".repeat(150))).contains("put its name at the end");

    answer("aiwf start bot-101");
    assertThat(answer("aiwf decisions")).contains("put its name at the end");
    assertThat(answer("aiwf decisions bot-101")).contains("bot-101");
  }

  @Test
  void aProjectIsStoppedAndGoneOnWith() throws Exception {
    run.started();

    assertThat(answer("aiwf stop supprt-bot")).contains("no project \"supprt-bot\"");
    assertThat(run.sidecar().status()).isEqualTo(Status.IN_PROGRESS);
    answer("aiwf stop");
    assertThat(run.sidecar().status()).isEqualTo(Status.STOPPED);
    assertThat(answer("aiwf continue support-bot")).contains("was stopped");
    assertThat(run.sidecar().status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void whoIsWaitedForIsNamedInTheThread() throws Exception {
    run.started();

    answer("aiwf remind");
    run.settle();

    assertThat(run.thread().getLast().shown()).contains("Still waiting for <@U1>");
  }

  @Test
  void theFilesGoToAnotherRepository() throws Exception {
    run.started();

    answer("aiwf link <https://example.org/team/a.git>");

    assertThat(run.sidecar().repository().linking()).isEqualTo("https://example.org/team/a.git");
  }

  @Test
  void nobodyOutsideLearnsOfAPrivateChannelsProject() throws Exception {
    run.slack.privateChannel("C8", true);
    run.slack.command(SlackRun.LEAD, "C8", "aiwf start secret-bot");
    run.settle();

    for (String asked :
        List.of("list", "status secret-bot", "decisions secret-bot", "stop secret-bot")) {
      Delivery delivery = run.slack.command(SlackRun.DATA, SlackRun.CHANNEL, "aiwf " + asked);
      assertThat(delivery.answer().path("text").asString())
          .doesNotContain("Scoping")
          .doesNotContain("owner");
    }
    assertThat(answer("aiwf list")).contains("secret-bot");
  }

  @Test
  void aStartNeedsAName() {
    assertThat(answer("aiwf start")).contains("for example: start support-bot");
    assertThat(answer("aiwf start ---")).contains("a letter or a digit");
    assertThat(answer("aiwf start one two three four")).contains("quotation marks");
    assertThat(run.projects.list()).isEmpty();
  }

  @Test
  void anUnknownWorkflowNamesThoseThatAreOffered() {
    assertThat(answer("aiwf start bot v9")).contains("\"v9\"").contains("two-steps");
    assertThat(run.projects.list()).isEmpty();
  }

  @Test
  void everythingCanBeSaidAtOnce() {
    answer("aiwf start “Billing bot” two-steps quick repo:https://example.org/a.git");

    var sidecar = run.projects.find(new ProjectId("billing-bot")).orElseThrow().sidecar();
    assertThat(sidecar.name()).isEqualTo("Billing bot");
    assertThat(sidecar.depth()).isEqualTo(Depth.QUICK);
    assertThat(sidecar.repository().linked()).isEqualTo("https://example.org/a.git");
  }

  @Test
  void theListSaysWhereEachProjectStands() throws Exception {
    assertThat(answer("aiwf list")).contains("no project yet");
    run.started();

    assertThat(answer("aiwf list"))
        .contains("support-bot · under way · Scoping · waiting for an answer · owner lead");
  }

  @Test
  void aSecondStartSaysWhereTheFirstIs() throws Exception {
    run.started();
    int posts = run.slack.posts().size();

    assertThat(answer("aiwf start Support-Bot")).contains("Its thread is in this channel.");
    run.settle();

    assertThat(run.slack.posts()).hasSize(posts);
    assertThat(run.slack.posts()).filteredOn(post -> post.thread() == null).hasSize(1);
  }

  @Test
  void aStartInAnotherChannelShowsTheProjectThereToo() throws Exception {
    run.started();
    run.slack.channel("C9", true);

    Delivery delivery = run.slack.command(SlackRun.LEAD, "C9", "aiwf start support-bot");
    run.settle();

    assertThat(delivery.answer().path("text").asString()).contains("sees it here too");
    assertThat(run.slack.posts()).filteredOn(post -> post.channel().equals("C9")).isNotEmpty();
  }

  @Test
  void whoeverTakesNoPartDoesNotBringAProjectToAnotherChannel() throws Exception {
    run.started();
    run.slack.channel("C9", true);

    Delivery delivery = run.slack.command(SlackRun.DATA, "C9", "aiwf start support-bot");
    run.settle();

    assertThat(delivery.answer().path("text").asString()).doesNotContain("under way");
    assertThat(run.slack.nextWhisper().shown()).contains("talked about elsewhere");
    assertThat(run.slack.posts()).noneMatch(post -> post.channel().equals("C9"));
  }

  @Test
  void aFullInboxIsSaidAndNothingIsTaken() {
    run.door.full(true);

    assertThat(answer("aiwf start support-bot")).contains("Try again");
    assertThat(run.projects.list()).isEmpty();
  }

  @Test
  void aCommandIsTakenWhileSlackItselfIsDown() {
    run.slack.goDown();

    Delivery delivery =
        run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf start support-bot");

    assertThat(delivery.acknowledged()).isTrue();
    assertThat(run.projects.list()).hasSize(1);
  }
}
