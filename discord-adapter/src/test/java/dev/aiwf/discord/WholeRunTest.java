package dev.aiwf.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.project.Status;
import dev.aiwf.testkit.discord.Answer;
import dev.aiwf.testkit.discord.Modal;
import dev.aiwf.testkit.discord.Post;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the start to the gate, as it happens in a channel. */
class WholeRunTest {

  private DiscordRun run;

  @SuppressWarnings("NullAway") // set before each test
  WholeRunTest() {}

  @BeforeEach
  void open() throws Exception {
    run = new DiscordRun().connected();
  }

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void aStartIsAStatusLineWithAThreadBelow() throws Exception {
    Answer answer = run.started();

    assertThat(answer.said()).contains("Starting **support-bot**");
    assertThat(run.status().channel()).isEqualTo(DiscordRun.CHANNEL);
    assertThat(run.status().shown()).contains("support-bot").contains("Scoping ▱▱");
    assertThat(run.thread()).extracting(Post::shown).anyMatch(text -> text.contains("4 questions"));
    assertThat(run.thread()).anyMatch(post -> post.labels().contains("Use a form"));
    assertThat(run.discord.name(run.threadId())).startsWith("support-bot · Scoping · under way");
    assertThat(run.discord.rejections()).isEmpty();
  }

  @Test
  void aRunGoesFromTheFirstQuestionThroughTheGate() throws Exception {
    run.started();

    run.type("Answer billing questions & cite <sources>");
    run.press("Answers from documents");
    run.type("300");
    Modal rationale = run.press("RAG only ★").form();
    assertThat(rationale.title()).isEqualTo("RAG only");
    assertThat(rationale.fields().get("reason")).contains("looked up");
    assertThat(run.fill(rationale, Map.of()).kind()).isEqualTo(Answer.Kind.TAKEN);
    run.press("C Continue");
    assertThat(run.sidecar().visit().orElseThrow().step()).isEqualTo("release");
    for (int i = 0; i < 3; i++) {
      run.press("Tick");
    }
    run.press("GO");
    CountDownLatch quiet = new CountDownLatch(1);
    run.onWait = quiet;
    run.press("C Continue");
    quiet.countDown();

    assertThat(run.sidecar().status()).isEqualTo(Status.COMPLETE);
    assertThat(run.status().shown()).contains("complete ▰▰").contains("1 decision");
    await().until(() -> run.discord.isArchived(run.threadId()));
    assertThat(run.discord.name(run.threadId())).isEqualTo("support-bot · complete");
    assertThat(run.discord.rejections()).isEmpty();
  }

  @Test
  void aRunThatIsKilledInTheMiddleGoesOn() throws Exception {
    run.started();
    run.type("Answer billing questions");
    Post open = run.thread().getLast();

    run.restart();
    run.discord.press(DiscordRun.LEAD, open, "Answers from documents");
    run.settle();
    run.type("300");
    Modal rationale = run.press("RAG only ★").form();
    run.restart();
    run.fill(rationale, Map.of());
    run.press("C Continue");

    assertThat(run.sidecar().visit().orElseThrow().step()).isEqualTo("release");
    assertThat(run.thread()).extracting(Post::shown).doesNotHaveDuplicates();
    assertThat(run.discord.rejections()).isEmpty();
  }
}
