package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.testkit.slack.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /aiwf} understands, and what it says privately if it does not. */
class CommandsTest {

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun();
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
    assertThat(answer(typed)).contains("/aiwf start support-bot").contains("@aiwf help");
    assertThat(run.slack.posts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"strat x, start", "stauts, status", "lst, list", "hlep, help"})
  void aSlipOfTheFingersIsMetWithWhatWasMeant(String typed, String meant) {
    assertThat(answer("aiwf " + typed)).contains("Did you mean /aiwf " + meant + "?");
  }

  @Test
  void whatIsNothingLikeAWordIsJustUnknown() {
    assertThat(answer("aiwf <!channel>"))
        .contains("There is no \"@channel\".")
        .doesNotContain("mean");
  }

  @Test
  void aWordForAThreadSaysSo() {
    assertThat(answer("aiwf progress")).contains("@aiwf progress");
  }

  @Test
  void aStartNeedsAName() {
    assertThat(answer("aiwf start")).contains("for example: /aiwf start support-bot");
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

    assertThat(answer("aiwf status"))
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
    run.busy = true;

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
