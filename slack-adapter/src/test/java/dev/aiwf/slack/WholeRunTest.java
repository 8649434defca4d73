package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.slack.Modal;
import dev.aiwf.testkit.slack.Post;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the start to the gate, as it happens in a channel. */
class WholeRunTest {

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun();
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
}
