package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.slack.FakeSlack;
import dev.aiwf.testkit.slack.Modal;
import dev.aiwf.testkit.slack.Post;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program over Socket Mode, ended and started anew in the middle of a project. */
class SlackSocketTest {

  @TempDir private Path folder;
  private FakeSlack slack;
  private Program program;

  @BeforeEach
  void open() throws Exception {
    slack = new FakeSlack("secret", "xoxb-test");
    slack.deliverOverSockets("xapp-test");
    slack.channel("C1", false);
    slack.user("U1", "lead");
    program = started();
  }

  private Program started() throws Exception {
    Program next =
        Program.start(
            Trial.withoutKnowledge(folder, Trial.slackOverSockets(slack, "xoxb-test", "xapp-test")),
            () -> {});
    slack.awaitConnection();
    return next;
  }

  @AfterEach
  void close() {
    program.close();
    slack.close();
  }

  private Post post(String shown) {
    return await()
        .until(
            () ->
                slack.posts().stream()
                    .filter(post ->
                        post.shown().contains(shown)
                            || post.labels().contains(shown.replaceAll("[\\[\\]]", "")))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void aProjectGoesOnWhereItWas() throws Exception {
    assertThat(program.greeting()).contains("slack     opens a connection");
    assertThat(slack.command("U1", "C1", "aiwf start support-bot").acknowledged()).isTrue();
    Post status = post("Scoping ▱▱");
    post("What should it do for whom?");
    slack.say("U1", "C1", status.ts(), "Answer billing questions");
    Post choice = post("[Answers from documents]");

    program.close();
    assertThat(slack.press("U1", choice, "Answers from documents").acknowledged()).isFalse();
    program = started();

    assertThat(slack.press("U1", choice, "Answers from documents").acknowledged()).isTrue();
    post("How many");
    slack.say("U1", "C1", status.ts(), "300");
    post("[RAG only ★]");
    slack.press("U1", "RAG only ★");
    Modal modal = slack.nextModal();
    slack.submit(modal, Map.of());
    post("[C Continue]");
    slack.press("U1", "C Continue");
    post("Committed");
    slack.say("U1", "C1", status.ts(), "@aiwf status");

    assertThat(slack.nextFile().content()).startsWith("\u0089PNG");
    assertThat(slack.posts()).filteredOn(post -> post.thread() == null).hasSize(1);
    assertThat(slack.rejections()).isEmpty();
  }
}
