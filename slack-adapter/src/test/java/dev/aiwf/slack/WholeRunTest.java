package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.Modal;
import dev.aiwf.testkit.slack.Post;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From the start to the gate, as it happens in a channel. */
@ParameterizedClass
@EnumSource(SlackRun.Way.class)
class WholeRunTest {

  private final SlackRun.Way way;
  private SlackRun run;

  @SuppressWarnings("NullAway") // set before each test
  WholeRunTest(SlackRun.Way way) {
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

  @Test
  void aStartIsAStatusLineWithAThreadBelow() throws Exception {
    assertThat(run.started().acknowledged()).isTrue();

    assertThat(run.status().shown()).contains("support-bot · Scoping ▱▱").contains("<@U1>");
    assertThat(run.thread()).extracting(Post::shown).anyMatch(text -> text.contains("4 questions"));
    assertThat(run.thread()).anyMatch(post -> post.labels().contains("Use a form"));
    assertThat(run.slack.rejections()).isEmpty();
  }

  @Test
  void aRunGoesFromTheFirstQuestionThroughTheGate() throws Exception {
    run.started();

    run.type("Answer billing questions & cite <sources>");
    run.press("Answers from documents");
    run.type("300");
    run.press("RAG only ★");
    Modal rationale = run.slack.nextModal();
    assertThat(rationale.title()).isEqualTo("RAG only");
    assertThat(rationale.fields().get("reason")).contains("looked up");
    run.fill(rationale, Map.of());

    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Answer billing questions & cite <sources>"));
    run.press("C Continue");
    assertThat(run.sidecar().visit().orElseThrow().step()).isEqualTo("release");

    for (int i = 0; i < 3; i++) {
      run.press("Tick");
    }
    run.press("GO");
    run.press("C Continue");

    assertThat(run.sidecar().status()).isEqualTo(Status.COMPLETE);
    assertThat(run.status().shown()).contains("complete ▰▰").contains("1 decision");
    assertThat(run.slack.rejections()).isEmpty();
  }

  @Test
  void aRunThatIsKilledInTheMiddleGoesOn() throws Exception {
    run.started();
    run.type("Answer billing questions");
    Post open = run.thread().getLast();

    run.restart();
    run.slack.press(SlackRun.LEAD, open, "Answers from documents");
    run.settle();
    run.type("300");
    run.press("RAG only ★");
    Modal rationale = run.slack.nextModal();
    run.restart();
    run.fill(rationale, Map.of());
    run.press("C Continue");

    assertThat(run.sidecar().visit().orElseThrow().step()).isEqualTo("release");
    assertThat(run.thread()).extracting(Post::shown).doesNotHaveDuplicates();
    assertThat(run.slack.rejections()).isEmpty();
  }

  @Test
  void aButtonWorksAfterAMonth() throws Exception {
    run.started();
    run.type("Answer billing questions");
    Post open = run.thread().getLast();

    run.clock.tick(Duration.ofDays(31));
    run.restart();
    run.slack.press(SlackRun.LEAD, open, "Answers from documents");
    run.settle();

    assertThat(run.sidecar().answers().to("use_case")).isPresent();
    assertThat(run.slack.rejections()).isEmpty();
  }

  @Test
  void ofTwoWhoPressAtOnceOneIsTaken() throws Exception {
    run.started();
    run.type("Answer billing questions");
    Post open = run.thread().getLast();
    int facts = run.facts();

    CompletableFuture<Delivery> lead =
        CompletableFuture.supplyAsync(
            () -> run.slack.press(SlackRun.LEAD, open, "Answers from documents"));
    CompletableFuture<Delivery> data =
        CompletableFuture.supplyAsync(() -> run.slack.press(SlackRun.DATA, open, "Classification"));

    assertThat(lead.get().acknowledged()).isTrue();
    assertThat(data.get().acknowledged()).isTrue();
    run.settle();
    assertThat(run.projects.facts(SlackRun.PROJECT, facts, 100))
        .filteredOn(entry -> entry.fact() instanceof Fact.Answered)
        .hasSize(1);
    assertThat(run.slack.nextWhisper().shown()).contains("answered that");
  }
}
