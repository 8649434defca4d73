package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.Post;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is typed, and what of it is meant for a project. */
@ParameterizedClass
@EnumSource(SlackRun.Way.class)
class TalkTest {

  private final SlackRun.Way way;
  private SlackRun run;

  @SuppressWarnings("NullAway") // set before each test
  TalkTest(SlackRun.Way way) {
    this.way = way;
  }

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun(way);
    run.started();
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  @Test
  void whatIsTypedInTheThreadAnswersTheOpenQuestion() throws Exception {
    run.type("Answer billing questions");

    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Answer billing questions"));
  }

  @Test
  void whatIsTypedElsewhereIsNobodysBusiness() throws Exception {
    int facts = run.facts();

    run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, null, "Lunch?");
    run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, "1.000001", "In another thread");

    assertThat(run.facts()).isEqualTo(facts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@aiwf help", "@aiwf", "@aiwf ?"})
  void helpIsPrivateInTheThreadTooAndNamesWhatIsTypedThere(String typed) throws Exception {
    int posts = run.slack.posts().size();
    run.type(typed);

    Post whisper = run.slack.nextWhisper();
    assertThat(whisper.thread()).isEqualTo(run.status().ts());
    assertThat(whisper.shown()).contains("Type the answer").contains("@aiwf approvers");
    assertThat(whisper.shown()).doesNotContain("/aiwf");
    assertThat(run.slack.posts()).hasSize(posts);
  }

  @ParameterizedTest
  @CsvSource({
    "@aiwf status, Progress",
    "@aiwf decisions, No decision",
    "@aiwf why, What should it do for whom?",
    "@aiwf gate, No gate waits here",
    "@aiwf people, owner",
    "@aiwf remind, Still waiting for <@U1>",
    "@aiwf figures, worked out"
  })
  void aMentionInTheThreadSaysWhatACommandWould(String typed, String shown) throws Exception {
    run.type(typed);

    assertThat(run.thread()).extracting(Post::shown).anyMatch(text -> text.contains(shown));
  }

  @Test
  void onlyAMentionStopsAProject() throws Exception {
    run.type("stop");
    assertThat(run.sidecar().status()).isEqualTo(Status.IN_PROGRESS);

    run.type("@aiwf stop");
    assertThat(run.sidecar().status()).isEqualTo(Status.STOPPED);
  }

  @Test
  void stoppingIsNotForEverybody() throws Exception {
    run.slack.say(SlackRun.DATA, SlackRun.CHANNEL, run.status().ts(), "@aiwf stop");
    run.settle();

    Post whisper = run.slack.nextWhisper();
    assertThat(whisper.user()).isEqualTo(SlackRun.DATA);
    assertThat(whisper.thread()).isEqualTo(run.status().ts());
    assertThat(whisper.shown()).contains("Only its owner");
    assertThat(run.sidecar().status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void aMentionOutsideIsAnsweredPrivately() throws Exception {
    String thread = run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, null, "Lunch?").ts();
    run.slack.say(SlackRun.DATA, SlackRun.CHANNEL, thread, "@aiwf list");

    Post whisper = run.slack.nextWhisper();
    assertThat(whisper.user()).isEqualTo(SlackRun.DATA);
    assertThat(whisper.thread()).isEqualTo(thread);
    assertThat(whisper.shown()).contains("support-bot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"bot_id\":\"B1\",\"user\":\"UBOT\",\"text\":\"42\"}",
        "{\"type\":\"message\",\"user\":\"UBOT\",\"text\":\"42\"}",
        "{\"type\":\"message\",\"subtype\":\"bot_message\",\"bot_id\":\"B2\",\"text\":\"42\"}",
        "{\"type\":\"message\",\"subtype\":\"channel_join\",\"user\":\"U2\",\"text\":\"42\"}",
        "{\"type\":\"message\",\"subtype\":\"message_changed\",\"message\":{\"text\":\"42\"}}",
        "{\"type\":\"message\",\"subtype\":\"message_deleted\"}",
        "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"42\",\"edited\":{\"user\":\"U1\",\"ts\":\"2.0\"}}",
        "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"\"}",
        "{\"type\":\"reaction_added\",\"user\":\"U1\"}",
        "{\"type\":\"of_next_year\",\"user\":\"U1\"}"
      })
  void whatNobodyTypedIsAcknowledgedAndLeftAlone(String json) throws Exception {
    int facts = run.facts();
    ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(json);
    event.put("channel", SlackRun.CHANNEL).put("ts", "9.000001").put("event_ts", "9.000001");
    event.put("thread_ts", run.status().ts());

    assertThat(run.slack.event(event).acknowledged()).isTrue();
    assertThat(run.facts()).isEqualTo(facts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file_share", "thread_broadcast"})
  void wordsThatComeWithMoreAreWordsToo(String subtype) {
    ObjectNode event =
        JsonMapper.shared()
            .createObjectNode()
            .put("type", "message")
            .put("subtype", subtype)
            .put("user", SlackRun.LEAD)
            .put("text", "Answer billing questions")
            .put("channel", SlackRun.CHANNEL)
            .put("ts", "9.000001")
            .put("event_ts", "9.000001")
            .put("thread_ts", run.status().ts());

    assertThat(run.slack.event(event).acknowledged()).isTrue();
    assertThat(run.sidecar().answers().to("goal")).isPresent();
  }

  @Test
  void aNameIsLearnedBesideTheConversation() throws Exception {
    PersonId data = new PersonId("slack:T1:U2");
    run.slack.say(SlackRun.DATA, SlackRun.CHANNEL, run.status().ts(), "Answer billing questions");
    assertThat(run.sidecar().nameOf(data)).isEqualTo("U2");

    await()
        .untilAsserted(() -> {
          run.slack.say(SlackRun.DATA, SlackRun.CHANNEL, run.status().ts(), "@aiwf progress");
          assertThat(run.sidecar().nameOf(data)).isEqualTo("data");
        });
  }

  @Test
  void whatCanNotBeStoredComesAgain() throws Exception {
    run.slack.waitForAcknowledgement(Duration.ofMillis(100));
    run.door.full(true);
    Delivery refused =
        run.slack
            .say(SlackRun.LEAD, SlackRun.CHANNEL, run.status().ts(), "Answer billing questions")
            .delivery();
    assertThat(refused.acknowledged()).isFalse();

    run.door.full(false);
    run.slack.waitForAcknowledgement(Duration.ofSeconds(3));
    assertThat(run.slack.replay(refused, 1).acknowledged()).isTrue();
    assertThat(run.sidecar().answers().to("goal")).isPresent();
  }

  @Test
  void whoIsGivenUpOnIsTold() throws Exception {
    run.slack.waitForAcknowledgement(Duration.ofMillis(100));
    run.door.full(true);
    Delivery refused =
        run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, run.status().ts(), "Hello").delivery();
    run.slack.replay(refused, 3);

    assertThat(run.slack.nextWhisper().shown()).contains("did not take that");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a &lt;b&gt; &amp; c~a <b> & c",
        "<@U2|data>: see <#C1|general>~@data: see #general",
        "<@U2>~@U2",
        "<https://example.org/a|example.org/a>~example.org/a",
        "<https://example.org/a>~https://example.org/a",
        "<https://example.org/a|the page>~the page (https://example.org/a)",
        "<mailto:a@example.org|a@example.org>~a@example.org",
        "<!channel> <!subteam^S1|@team> <!date^1^x|today>~@channel @team today",
        "&amp;lt;~&lt;"
      })
  void slacksMarkupBecomesWhatPeopleSaw(String sent, String seen) {
    assertThat(Typed.plain(sent)).isEqualTo(seen);
  }
}
