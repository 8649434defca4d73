package dev.aiwf.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.Unreachable;
import dev.aiwf.testkit.discord.Permission;
import dev.aiwf.testkit.discord.Post;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places in which nothing can be shown any more: what is said of them, and how they come back. */
class ClosedTest {

  private DiscordRun run;

  @SuppressWarnings("NullAway") // set before each test
  ClosedTest() {}

  @BeforeEach
  void open() throws Exception {
    run = new DiscordRun().connected();
  }

  @AfterEach
  void close() {
    run.close();
  }

  /** Something waits to be shown in the project's thread. */
  private void pressed() throws Exception {
    run.started();
    run.type("Answer billing questions");
    run.discord.press(DiscordRun.LEAD, "Answers from documents");
  }

  /** The connection learns of it in its own time. */
  private void isClosed(String... saying) {
    await()
        .untilAsserted(() ->
            assertThatThrownBy(() -> run.shown.next(false))
                .isInstanceOf(Unreachable.class)
                .hasMessageContainingAll(saying));
  }

  @Test
  void aPermissionThatIsMissingAtTheStartIsNamedWithThePlace() throws Exception {
    run.discord.deny(DiscordRun.CHANNEL, Permission.CREATE_PUBLIC_THREADS);
    run.discord.command(
        DiscordRun.LEAD, DiscordRun.CHANNEL, "start", Map.of("name", "support-bot"));

    isClosed("Create Public Threads", "#general");
  }

  @Test
  void aPermissionThatIsTakenAwayLaterIsNamedWithThePlace() throws Exception {
    pressed();
    run.discord.deny(DiscordRun.CHANNEL, Permission.SEND_MESSAGES_IN_THREADS);
    isClosed("Send Messages in Threads", "#general");

    run.discord.allow(DiscordRun.CHANNEL);
    await().ignoreExceptions().until(this::settled);
    assertThat(run.thread()).extracting(Post::shown).anyMatch(text -> text.contains("How many"));
  }

  @Test
  void whatIsNeededToBeginIsNotNeededToGoOn() throws Exception {
    pressed();
    run.discord.deny(
        DiscordRun.CHANNEL, Permission.SEND_MESSAGES, Permission.CREATE_PUBLIC_THREADS);

    await().ignoreExceptions().until(this::settled);
    assertThat(run.thread()).extracting(Post::shown).anyMatch(text -> text.contains("How many"));
  }

  private boolean settled() throws Exception {
    run.settle();
    return true;
  }

  @Test
  void aChannelThatNobodySeesAnyMoreIsClosed() throws Exception {
    pressed();
    run.discord.deleteChannel(DiscordRun.CHANNEL);
    isClosed("does not see that channel");
  }

  @Test
  void aThreadThatWasDeletedWithItsStatusLineIsClosed() throws Exception {
    pressed();
    Post status = run.status();
    run.discord.delete(status);
    run.discord.deleteThread(status.id());
    isClosed("The thread is gone");
  }

  @Test
  void aThreadThatWasLockedIsLeftToItsModerators() throws Exception {
    pressed();
    run.discord.archive(run.threadId(), true);
    run.discord.deny(DiscordRun.CHANNEL, Permission.MANAGE_THREADS);
    isClosed("locked", "Manage Threads");
  }

  @Test
  void aServerThatTookItOutIsClosed() throws Exception {
    pressed();
    run.discord.remove();
    isClosed("not in that server", "setup discord");
    assertThat(run.adapter().trouble()).as("the connection stands").isEmpty();
  }

  @Test
  void aTokenThatIsRefusedClosesEverything() throws Exception {
    pressed();
    run.discord.refuseToken();
    isClosed("DISCORD_TOKEN");
  }
}
