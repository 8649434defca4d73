package dev.aiwf.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.discord.Answer;
import dev.aiwf.testkit.discord.Post;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that break, end, or are not allowed, in the middle of a project. */
class ConnectionTest {

  private DiscordRun run;

  @SuppressWarnings("NullAway") // set before each test
  ConnectionTest() {}

  @BeforeEach
  void open() throws Exception {
    run = new DiscordRun();
  }

  @AfterEach
  void close() {
    run.close();
  }

  private void goesOn() throws Exception {
    await().until(() -> run.adapter().trouble().isEmpty());
    run.type("Answer billing questions");
    Answer answer = run.press("Answers from documents");
    assertThat(answer.kind()).isEqualTo(Answer.Kind.TAKEN);
    assertThat(run.sidecar().answers().to("use_case")).isPresent();
    assertThat(run.thread()).extracting(Post::shown).doesNotHaveDuplicates();
    assertThat(run.discord.rejections()).isEmpty();
  }

  @Test
  void itComesBackWhenAskedTo() throws Exception {
    run.connected().started();

    run.discord.askToReconnect();

    assertThat(run.discord.awaitConnection()).isEqualTo("RESUMED");
    goesOn();
    assertThat(run.discord.identified()).isEqualTo(1);
  }

  @Test
  void whatCameWhileItWasAwayIsNotLost() throws Exception {
    run.connected().started();

    run.discord.cut();
    Post typed = run.discord.say(DiscordRun.LEAD, run.threadId(), "Answer billing questions");
    assertThat(run.discord.awaitConnection()).isEqualTo("RESUMED");

    await().until(() -> run.sidecar().answers().to("goal").isPresent());
    run.discord.again(typed);
    run.settle();
    assertThat(run.projects.messages(DiscordRun.PROJECT, 0, 100))
        .filteredOn(message -> message.content().text().equals("Answer billing questions"))
        .hasSize(1);
    assertThat(run.discord.rejections()).isEmpty();
  }

  @Test
  void aSessionThatIsGoneIsBegunAnew() throws Exception {
    run.connected().started();

    run.discord.invalidate();

    assertThat(run.discord.awaitConnection()).isEqualTo("READY");
    assertThat(run.discord.identified()).isEqualTo(2);
    goesOn();
  }

  @Test
  void aConnectionThatDoesNotAnswerIsNoConnection() throws Exception {
    run.connected().started();
    run.discord.fallSilent(Duration.ofMillis(100));
    run.discord.cut();

    assertThat(run.discord.awaitConnection()).isEqualTo("RESUMED");
    run.discord.speakAgain();
    assertThat(run.discord.awaitConnection()).isEqualTo("RESUMED");
    goesOn();
  }

  @Test
  void aWrongTokenStopsDiscordOnly() throws Exception {
    run.discord.refuseToken();
    run.adapter().connect();

    await()
        .until(() ->
            run.adapter().trouble().filter(said -> said.contains("DISCORD_TOKEN")).isPresent());
    await().until(() -> run.waits.contains(Duration.ofMinutes(5)));
  }

  @Test
  void aNetworkThatIsGoneIsTriedLessAndLessOften() throws Exception {
    run.discord.goDown();
    run.adapter().connect();

    await().until(() -> run.waits.size() > 8);
    assertThat(run.adapter().trouble()).contains("Discord could not be reached.");
    assertThat(run.waits.getLast()).isGreaterThan(Duration.ofSeconds(60));
    assertThat(run.waits).allMatch(wait -> wait.compareTo(Duration.ofMinutes(5)) <= 0);
  }

  @Test
  void withoutMessageContentItHearsItsName() throws Exception {
    run.discord.withholdContent();
    run.connected();
    assertThat(run.adapter().readsAlong()).isFalse();
    run.started();

    run.discord.say(DiscordRun.LEAD, run.threadId(), "nobody hears this");
    run.type("@aiwf Answer billing questions");

    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Answer billing questions"));
    assertThat(run.discord.rejections()).isEmpty();
  }

  @Test
  void commandsAreRegisteredOnce() throws Exception {
    run.connected();
    run.restart();
    run.started();

    assertThat(run.discord.routes())
        .filteredOn(route -> route.equals("PUT applications/*/commands"))
        .hasSize(1);
    assertThat(run.discord.routes())
        .filteredOn(route -> route.equals("GET applications/*/commands"))
        .hasSize(2);
  }

  /** A project needs a channel that others see. */
  @Test
  void nothingIsOfferedInDirectMessages() throws Exception {
    run.connected();

    assertThat(run.discord.commands())
        .extracting(command -> command.path("contexts").toString())
        .containsExactly("[\"0\"]", "[\"0\"]");
  }
}
