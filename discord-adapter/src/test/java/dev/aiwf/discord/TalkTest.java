package dev.aiwf.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.discord.Answer;
import dev.aiwf.testkit.discord.Modal;
import dev.aiwf.testkit.discord.Post;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed, dropped, edited and asked for. */
class TalkTest {

  private DiscordRun run;

  @SuppressWarnings("NullAway") // set before each test
  TalkTest() {}

  @BeforeEach
  void open() throws Exception {
    run = new DiscordRun().connected();
    run.started();
  }

  @AfterEach
  void close() {
    assertThat(run.discord.rejections()).isEmpty();
    run.close();
  }

  private Post answered(String text) {
    await().until(() -> run.discord.posts().stream().anyMatch(post -> post.shown().contains(text)));
    return run.discord.posts().stream()
        .filter(post -> post.shown().contains(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheCommandDoesItsNameDoesInTheThread() throws Exception {
    run.type("@aiwf status");
    assertThat(run.thread()).anyMatch(post -> post.shown().contains("**Progress**"));
    await()
        .until(() -> run.thread().stream().anyMatch(post -> post.files().containsKey("way.png")));

    run.discord.say(DiscordRun.LEAD, run.threadId(), "@aiwf statsu");
    answered("Did you mean @aiwf status?");
    run.discord.say(DiscordRun.LEAD, run.threadId(), "@aiwf start another");
    answered("This thread has its project");
  }

  @Test
  void inAChannelOnlyItsNameIsHeard() throws Exception {
    run.discord.say(DiscordRun.LEAD, DiscordRun.CHANNEL, "start nothing");
    run.discord.say(DiscordRun.LEAD, DiscordRun.CHANNEL, "@aiwf list");

    Post told = run.discord.nextWhisper();
    assertThat(told.alone()).isEqualTo(DiscordRun.LEAD);
    assertThat(told.shown()).contains("[support-bot](<https://discord.com").contains("owner Lead");
    assertThat(run.projects.list()).hasSize(1);
  }

  @Test
  void aCommandAnswersAlone() {
    Answer status = run.discord.command(DiscordRun.LEAD, DiscordRun.CHANNEL, "status", Map.of());
    assertThat(Objects.requireNonNull(status.post()).alone()).isEqualTo(DiscordRun.LEAD);
    assertThat(status.said()).contains("**support-bot**");

    assertThat(
            run.discord
                .command(DiscordRun.LEAD, run.threadId(), "why", Map.of("of", "arch-001"))
                .said())
        .contains("architecture");
    assertThat(run.discord.command(DiscordRun.DATA, DiscordRun.CHANNEL, "help", Map.of()).said())
        .contains("/aiwf start support-bot");
    assertThat(
            run.discord
                .command(
                    DiscordRun.DATA, DiscordRun.CHANNEL, "status", Map.of("project", "elsewhere"))
                .said())
        .contains("no project \"elsewhere\"");
  }

  @Test
  void whatIsTypedIsCompleted() {
    assertThat(
            run.discord.completed(
                DiscordRun.LEAD, run.threadId(), "why", Map.of("of", "arch"), "of"))
        .containsExactly("arch-001");
    assertThat(
            run.discord.completed(
                DiscordRun.LEAD, DiscordRun.CHANNEL, "gate", Map.of("project", "bot"), "project"))
        .isEqualTo(List.of("support-bot"));
    assertThat(
            run.discord.completed(
                DiscordRun.LEAD, DiscordRun.CHANNEL, "start", Map.of("workflow", ""), "workflow"))
        .isEqualTo(List.of("two-steps"));
  }

  @Test
  void aFileIsBroughtIntoTheThread() {
    run.artifacts.put("phase-0/decision-log.md", "# Decisions");

    assertThat(
            run.discord
                .command(
                    DiscordRun.LEAD,
                    DiscordRun.CHANNEL,
                    "artifacts",
                    Map.of("file", "decision-log.md"))
                .said())
        .contains("comes into the thread");

    await()
        .until(() ->
            run.thread().stream().anyMatch(post -> post.files().containsKey("decision-log.md")));
  }

  @Test
  void aDroppedTextIsTheBriefOnceSomebodySaysSo() throws Exception {
    run.discord.drop(
        DiscordRun.LEAD,
        run.threadId(),
        "notes.md",
        "Ten people, 600 a month".getBytes(StandardCharsets.UTF_8),
        "");
    Post offer = answered("nothing was taken from it");
    assertThat(run.sidecar().remarks().brief()).isNull();

    run.discord.press(DiscordRun.LEAD, offer, "Use notes.md as the brief");

    await().until(() -> run.sidecar().remarks().brief() != null);
  }

  @Test
  void whoEditsOrDeletesIsToldWhatStands() throws Exception {
    Post typed = run.type("Answer billing questions");
    run.clock.tick(Duration.ofMinutes(20));

    run.discord.edit(typed, "Answer something else");
    assertThat(run.discord.nextWhisper().shown())
        .contains("You edited a message")
        .contains("Answer billing questions")
        .contains("@aiwf revise goal");

    run.discord.delete(typed);
    assertThat(run.discord.nextWhisper().shown()).contains("You deleted a message");
    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Answer billing questions"));
  }

  @Test
  void aMessageIsPutDownAsAnAnswer() throws Exception {
    Post said = run.discord.say(DiscordRun.DATA, run.threadId(), "Answer billing questions");

    Modal form = run.discord.menu(DiscordRun.LEAD, said, RecordMenu.ENTRY).form();
    assertThat(form.options("ask")).contains("goal", "architecture");
    assertThat(form.fields()).containsEntry("words", "Answer billing questions");
    Answer answer = run.fill(form, Map.of("ask", "goal"));

    assertThat(answer.said()).contains("Put down");
    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Answer billing questions"));
  }

  @Test
  void aMessageElsewhereAnswersNothing() {
    Post said = run.discord.say(DiscordRun.DATA, DiscordRun.CHANNEL, "hello");

    assertThat(run.discord.menu(DiscordRun.LEAD, said, RecordMenu.ENTRY).said())
        .contains("no project's thread");
  }

  @Test
  void whatIsTypedQuicklyIsTakenInOrder() {
    for (int i = 0; i < 20; i++) {
      run.discord.say(DiscordRun.LEAD, run.threadId(), "line " + i);
    }

    await()
        .until(() ->
            run.projects.messages(DiscordRun.PROJECT, 0, 1_000).stream()
                    .filter(message -> message.content().text().startsWith("line "))
                    .count()
                == 20);
    assertThat(run.projects.latest(DiscordRun.PROJECT, 1_000))
        .extracting(message -> message.content().text())
        .filteredOn(text -> text.startsWith("line "))
        .isSortedAccordingTo(Comparator.comparingInt(text -> Integer.parseInt(text.substring(5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {"<@12|Data> and <@&34|leads>~@Data and @leads", "<@12>~@12", "a < b > c~a < b > c"})
  void idsBecomeTheNamesThatPeopleSaw(String typed, String seen) {
    assertThat(Typed.plain(typed)).isEqualTo(seen);
  }
}
