package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.Modal;
import dev.aiwf.testkit.slack.Post;
import dev.aiwf.testkit.slack.Stored;
import dev.aiwf.testkit.slack.Typed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thread offers beside answering: words, files, edits, a message's menu, people. */
class ThreadWordsTest {

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun(SlackRun.Way.SOCKETS);
    run.started();
  }

  @AfterEach
  void close() throws Exception {
    assertThat(run.slack.rejections()).isEmpty();
    run.close();
  }

  private String root() {
    return run.status().ts();
  }

  @Test
  void aSlipOfTheFingersIsNoAnswer() throws Exception {
    run.type("@aiwf staus");

    assertThat(run.slack.nextWhisper().shown()).contains("Did you mean @aiwf status?");
    assertThat(run.sidecar().answers().to("goal")).isEmpty();

    run.type("@aiwf stop asking about billing");
    assertThat(run.sidecar().status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("stop asking about billing"));
  }

  @Test
  void anotherProjectIsNotStartedInAThread() throws Exception {
    run.type("@aiwf start other-bot");

    assertThat(run.slack.nextWhisper().shown()).contains("started in the channel");
    assertThat(run.projects.list()).hasSize(1);
  }

  @Test
  void aProjectThatRestsGoesOn() throws Exception {
    run.type("@aiwf stop");
    assertThat(run.sidecar().status()).isEqualTo(Status.STOPPED);

    run.type("@aiwf continue");
    assertThat(run.sidecar().status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void theWayIsShownAsAPictureWithTheProgress() throws Exception {
    run.type("@aiwf status");

    Stored picture = run.slack.nextFile();
    assertThat(picture.thread()).isEqualTo(root());
    assertThat(picture.title()).isEqualTo("The way of support-bot");
    assertThat(picture.content()).startsWith("\u0089PNG");
  }

  @Test
  void aDocumentIsBroughtWhenItIsAskedFor() throws Exception {
    run.artifacts.put("phase-0/decision-log.md", "# Decisions");
    run.type("@aiwf artifacts");
    assertThat(run.slack.nextWhisper().shown())
        .contains("1 file")
        .contains("phase-0/decision-log.md")
        .doesNotContain("/aiwf");

    run.type("@aiwf artifacts decision-log.md");
    Stored file = run.slack.nextFile();
    assertThat(file.thread()).isEqualTo(root());
    assertThat(file.name()).isEqualTo("decision-log.md");
    assertThat(file.text()).isEqualTo("# Decisions");

    run.type("@aiwf artifacts secrets.md");
    var _ = run.slack.nextWhisper();
    assertThat(run.slack.nextWhisper().shown()).contains("no file \"secrets.md\"");
  }

  @Test
  void ofSeveralDocumentsThatEndSoNoneIsBroughtUnasked() throws Exception {
    run.artifacts.put("phase-1/spec.md", "# One");
    run.artifacts.put("phase-2/spec.md", "# Two");

    run.type("@aiwf artifacts spec.md");
    assertThat(run.slack.nextWhisper().shown())
        .contains("Which one is meant: phase-1/spec.md, phase-2/spec.md?");

    run.type("@aiwf artifacts phase-2/spec.md");
    assertThat(run.slack.nextFile().text()).isEqualTo("# Two");
  }

  @Test
  void aDocumentThatIsAskedForInTheChannelComesIntoTheThread() throws Exception {
    run.artifacts.put("decision-log.md", "# Decisions");

    run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf artifacts decision-log.md");

    assertThat(run.slack.nextFile().thread()).isEqualTo(root());
  }

  @Test
  void aDroppedFileIsOfferedAndNotAssumed() throws Exception {
    byte[] brief = "Answer billing questions.".getBytes(StandardCharsets.UTF_8);
    run.slack.drop(SlackRun.DATA, SlackRun.CHANNEL, root(), "brief.md", brief, "");

    Post offer = run.slack.nextWhisper();
    assertThat(offer.user()).isEqualTo(SlackRun.DATA);
    assertThat(offer.shown()).contains("brief.md: nothing was taken");
    assertThat(run.sidecar().remarks().brief()).isNull();

    run.slack.press(SlackRun.DATA, offer, "Use brief.md as the brief");
    await().until(() -> run.sidecar().remarks().brief() != null);
  }

  @Test
  void aDroppedTableIsADataSourceOnceSomebodySaysSo() throws Exception {
    byte[] table = "order,reason,amount\n1,late,20\n".getBytes(StandardCharsets.UTF_8);
    run.slack.drop(SlackRun.DATA, SlackRun.CHANNEL, root(), "refunds.csv", table, "");
    Post offer = run.slack.nextWhisper();
    assertThat(run.sidecar().remarks().sources()).isEmpty();

    run.slack.press(SlackRun.DATA, offer, "refunds.csv is a data source");
    await().until(() -> !run.sidecar().remarks().sources().isEmpty());
    run.settle();
    assertThat(run.thread())
        .extracting(Post::shown)
        .anyMatch(shown ->
            shown.contains("Data source: refunds.csv, 30 bytes. It begins: order,reason,amount"));
    assertThat(run.sidecar().remarks().brief()).isNull();
  }

  @Test
  void aPictureThatIsDroppedIsLeftAlone() throws Exception {
    int facts = run.facts();
    Delivery delivery =
        run.slack.drop(SlackRun.DATA, SlackRun.CHANNEL, root(), "cat.png", new byte[] {1}, "");

    assertThat(delivery.acknowledged()).isTrue();
    assertThat(run.facts()).isEqualTo(facts);
    assertThat(run.slack.called()).doesNotContain("chat.postEphemeral");
  }

  @Test
  void whoEditsWhatWasRecordedIsToldThatItStands() throws Exception {
    Typed typed =
        run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, root(), "Answer billing questions");
    run.settle();

    run.slack.edit(SlackRun.LEAD, SlackRun.CHANNEL, root(), typed, "Answer setup questions");

    Post whisper = run.slack.nextWhisper();
    assertThat(whisper.user()).isEqualTo(SlackRun.LEAD);
    assertThat(whisper.shown())
        .contains("You edited a message")
        .contains("Answer billing questions")
        .contains("@aiwf revise goal");
    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Answer billing questions"));

    run.slack.takeBack(SlackRun.LEAD, SlackRun.CHANNEL, root(), typed);
    assertThat(run.slack.nextWhisper().shown()).contains("You deleted a message");
  }

  @Test
  void anEditOfWhatWasNeverRecordedIsNobodysBusiness() throws Exception {
    Typed typed = run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, root(), "figures");
    run.settle();

    run.slack.edit(SlackRun.LEAD, SlackRun.CHANNEL, root(), typed, "figures!");

    assertThat(run.slack.called()).doesNotContain("chat.postEphemeral");
    assertThat(run.sidecar().answers().to("goal")).isEmpty();
  }

  @Test
  void aMessageIsPutDownAsAnAnswerFromItsMenu() throws Exception {
    run.slack.record(SlackRun.LEAD, SlackRun.CHANNEL, root(), "9.000001", "Billing &amp; setup");
    Modal modal = run.slack.nextModal();
    assertThat(modal.fields().get("words")).isEqualTo("Billing & setup");

    Delivery wrong = run.fill(modal, Map.of("ask", "example_count"));
    assertThat(wrong.answer().path("errors").path("words").asString()).contains("no number");

    run.fill(modal, Map.of("ask", "goal"));
    assertThat(run.sidecar().answers().value("goal")).isEqualTo(new Value.Text("Billing & setup"));
  }

  @Test
  void aMessageOutsideAThreadAnswersNothing() throws Exception {
    run.slack.record(SlackRun.LEAD, SlackRun.CHANNEL, null, "9.000001", "Lunch?");

    assertThat(run.slack.nextWhisper().shown()).contains("no project's thread");
  }

  @Test
  void aUserGroupSignsThroughItsMembers() throws Exception {
    run.slack.group("S1", Set.of(SlackRun.DATA));
    run.slack.mention(
        SlackRun.LEAD, SlackRun.CHANNEL, root(), "approvers <!subteam^S1|@platform-leads> <@U2>");
    run.settle();

    PersonId group = new PersonId("slack:T1:S1");
    assertThat(run.sidecar().team().member(group).orElseThrow().roles())
        .containsExactly(Role.APPROVER);
    assertThat(run.sidecar().nameOf(group)).isEqualTo("@platform-leads");
    assertThat(run.sidecar().team().member(new PersonId("slack:T1:U2")).orElseThrow().roles())
        .containsExactly(Role.APPROVER);
    assertThat(run.thread()).noneMatch(post -> post.blocks().toString().contains("usergroup"));
  }

  @Test
  void whoIsInAnApprovingGroupMayAndOthersMayNot() throws Exception {
    run.slack.group("S1", Set.of(SlackRun.DATA));
    run.slack.mention(
        SlackRun.LEAD, SlackRun.CHANNEL, root(), "approvers <!subteam^S1|@platform-leads>");
    run.slack.user("U3", "ops");
    toTheGate();

    run.slack.press("U3", "GO");
    run.settle();
    assertThat(run.sidecar().gate("release").signatures()).isEmpty();

    run.slack.press(SlackRun.DATA, "GO");
    run.settle();
    assertThat(run.sidecar().gate("release").signatures())
        .singleElement()
        .satisfies(signed -> assertThat(signed.by().value()).isEqualTo("slack:T1:U2"));
    assertThat(run.slack.called()).filteredOn("usergroups.users.list"::equals).hasSize(1);
  }

  private void toTheGate() throws Exception {
    run.type("Answer billing questions");
    run.press("Answers from documents");
    run.type("300");
    run.press("RAG only ★");
    run.fill(Map.of());
    run.press("C Continue");
    for (int i = 0; i < 3; i++) {
      run.press("Tick");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"approvers", "link"})
  void aWordThatNeedsMoreSaysWhat(String word) throws Exception {
    run.type("@aiwf " + word);

    assertThat(run.slack.nextWhisper().shown())
        .containsIgnoringCase("for example")
        .doesNotContain("/aiwf");
    assertThat(run.sidecar().answers().to("goal")).isEmpty();
  }
}
