package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.Modal;
import dev.aiwf.testkit.slack.Post;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** aiwf's own page and what is written to aiwf itself; and channels where it is not used. */
class HomeTest {

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun(SlackRun.Way.SOCKETS);
  }

  @AfterEach
  void close() throws Exception {
    assertThat(run.slack.rejections()).isEmpty();
    run.close();
  }

  @Test
  void itShowsWhatWaitsForWhomAndTheirProjectsOnly() throws Exception {
    run.started();

    assertThat(run.slack.home(SlackRun.LEAD).shown())
        .contains("What waits for you\nsupport-bot · under way · Scoping · waiting for an answer");
    assertThat(run.slack.home(SlackRun.DATA).shown())
        .contains("Nothing.")
        .contains("You take part in none yet.");
  }

  @Test
  void aProjectIsStartedFromIt() throws Exception {
    run.slack.press(SlackRun.LEAD, run.slack.home(SlackRun.LEAD), "Start a project…");
    Modal modal = run.slack.nextModal();

    Delivery wrong = run.fill(modal, Map.of("channel", SlackRun.CHANNEL, "name", "---"));
    assertThat(wrong.answer().path("errors").path("name").asString()).contains("a letter");

    run.fill(modal, Map.of("channel", SlackRun.CHANNEL, "name", "Support-Bot", "depth", "quick"));
    assertThat(run.status().shown()).contains("Support-Bot");
    assertThat(run.projects.find(new ProjectId("support-bot"))).isPresent();
  }

  @Test
  void whatIsWrittenToAiwfItselfIsOfferedAChannel() throws Exception {
    run.slack.channel("D1", true);
    run.slack.say(SlackRun.LEAD, "D1", null, "start support-bot");

    Post offer = run.slack.nextWhisper();
    assertThat(offer.shown()).contains("lives in a channel");
    run.slack.press(SlackRun.LEAD, offer, "Choose a channel…");
    assertThat(run.slack.nextModal().title()).isEqualTo("Start a project");
    assertThat(run.projects.list()).isEmpty();
  }

  @Test
  void whereItIsNotUsedItSaysSoAndDoesNothing() throws Exception {
    run.close();
    run = new SlackRun(SlackRun.Way.SOCKETS, Set.of("C1"));

    assertThat(run.started().answer().path("text").asString()).contains("not used in this channel");
    run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, null, "@aiwf start support-bot");

    assertThat(run.projects.list()).isEmpty();
    run.slack.channel("C1", true);
    run.slack.command(SlackRun.LEAD, "C1", "aiwf start support-bot");
    assertThat(run.projects.list()).hasSize(1);
  }

  @Test
  void itGoesIntoAPublicChannelByItselfAndWaitsBeforeAPrivateOne() throws Exception {
    run.slack.channel("C8", false);
    run.slack.command(SlackRun.LEAD, "C8", "aiwf start support-bot");
    run.settle();
    assertThat(run.status().channel()).isEqualTo("C8");

    run.slack.privateChannel("C9", false);
    Delivery delivery = run.slack.command(SlackRun.LEAD, "C9", "aiwf start other-bot");
    assertThat(delivery.answer().path("text").asString()).contains("/invite @aiwf");
    assertThat(run.slack.rejections()).isEmpty();
  }
}
