package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.Modal;
import dev.aiwf.testkit.slack.Post;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is delivered more than once happens once. */
@ParameterizedClass
@EnumSource(SlackRun.Way.class)
class RepeatedTest {

  private final SlackRun.Way way;
  private SlackRun run;

  @SuppressWarnings("NullAway") // set before each test
  RepeatedTest(SlackRun.Way way) {
    this.way = way;
  }

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun(way);
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  private void changesNothing(Delivery delivery) throws Exception {
    int facts = run.facts();
    int posts = run.slack.posts().size();

    assertThat(run.slack.replay(delivery, 1).acknowledged()).isTrue();
    run.settle();

    assertThat(run.facts()).isEqualTo(facts);
    assertThat(run.slack.posts()).hasSize(posts);
  }

  @Test
  void aCommand() throws Exception {
    changesNothing(run.started());
  }

  @Test
  void aMessage() throws Exception {
    run.started();

    changesNothing(run.type("Answer billing questions"));
  }

  @Test
  void aPress() throws Exception {
    run.started();
    run.type("Answer billing questions");

    changesNothing(run.press("Classification"));
  }

  @Test
  void aForm() throws Exception {
    run.started();
    run.press("Answer…");
    Modal modal = run.slack.nextModal();

    changesNothing(run.fill(modal, Map.of("goal", "Answer billing questions")));
  }

  @Test
  void aFormThatIsSentAgainWithOtherAnswersSaysThatItWasSentBefore() throws Exception {
    run.started();
    run.press("Use a form");
    Modal modal = run.slack.nextModal();
    run.fill(modal, Map.of("goal", "Answer billing questions"));
    int facts = run.facts();

    Delivery again =
        run.fill(modal, Map.of("goal", "Answer billing questions", "example_count", "5"));

    assertThat(again.answer().path("errors").path("goal").asString()).contains("sent before");
    assertThat(run.facts()).isEqualTo(facts);
  }

  @Test
  void aMentionThatComesAsTwoEvents() throws Exception {
    run.started();
    int facts = run.facts();

    run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, run.status().ts(), "@aiwf progress");
    run.settle();

    assertThat(run.projects.facts(SlackRun.PROJECT, facts, 10))
        .filteredOn(entry -> entry.fact().toString().startsWith("Said"))
        .hasSize(1);
    assertThat(run.thread())
        .extracting(Post::shown)
        .filteredOn(text -> text.contains("Progress"))
        .hasSize(1);
  }

  @Test
  void aMentionElsewhereIsAnsweredOnce() throws Exception {
    run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, null, "@aiwf start support-bot");
    run.settle();

    assertThat(run.slack.nextWhisper().shown()).contains("Starting support-bot");
    assertThat(run.slack.called()).filteredOn("chat.postEphemeral"::equals).hasSize(1);
    assertThat(run.status().shown()).contains("support-bot");
  }
}
