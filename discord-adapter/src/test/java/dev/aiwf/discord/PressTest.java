package dev.aiwf.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.discord.Answer;
import dev.aiwf.testkit.discord.Modal;
import dev.aiwf.testkit.discord.Post;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may press what, how often, and what they are told alone. */
class PressTest {

  private DiscordRun run;

  @SuppressWarnings("NullAway") // set before each test
  PressTest() {}

  @BeforeEach
  void open() throws Exception {
    run = new DiscordRun().connected();
    run.started();
  }

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void aStrangerIsToldAloneAndNothingChanges() throws Exception {
    run.type("Answer billing questions");
    int facts = run.facts();

    Answer answer = run.discord.press(DiscordRun.DATA, "Answers from documents");
    run.settle();

    assertThat(answer.kind()).isEqualTo(Answer.Kind.TAKEN);
    Post told = run.discord.nextWhisper();
    assertThat(told.alone()).isEqualTo(DiscordRun.DATA);
    assertThat(told.shown()).contains("You can read here").contains("Lead");
    assertThat(run.facts()).isEqualTo(facts);
  }

  @Test
  void whatAStrangerTypesIsNobodysAnswer() throws Exception {
    int facts = run.facts();
    run.discord.say(DiscordRun.DATA, run.threadId(), "just chatting");
    run.type("Answer billing questions");

    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Answer billing questions"));
    assertThat(run.facts()).isGreaterThan(facts);
    assertThat(run.discord.routes()).doesNotContain("POST users/@me/channels");
  }

  @Test
  void whomTheOwnerAddsTakesPart() throws Exception {
    run.discord.command(
        DiscordRun.LEAD,
        run.threadId(),
        "contributors",
        Map.of("who", "<@" + DiscordRun.DATA + ">"));
    run.settle();
    run.discord.say(DiscordRun.DATA, run.threadId(), "Answer billing questions");

    await().until(() -> run.sidecar().answers().to("goal").isPresent());
    assertThat(run.sidecar().nameOf(new PersonId("discord:" + DiscordRun.DATA))).isEqualTo("Data");
  }

  @Test
  void aRoleMayApprove() throws Exception {
    run.discord.command(
        DiscordRun.LEAD, run.threadId(), "approvers", Map.of("who", "<@&" + DiscordRun.ROLE + ">"));
    run.settle();
    assertThat(run.sidecar().team().member(new PersonId("discord:role:" + DiscordRun.ROLE)))
        .hasValueSatisfying(member -> {
          assertThat(member.roles()).containsExactly(Role.APPROVER);
          assertThat(member.name()).isEqualTo("@leads");
        });

    run.discord.say(DiscordRun.DATA, run.threadId(), "not yet");
    run.discord.give(DiscordRun.DATA, DiscordRun.ROLE);
    run.discord.say(DiscordRun.DATA, run.threadId(), "Answer billing questions");

    await().until(() -> run.sidecar().answers().to("goal").isPresent());
    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Answer billing questions"));
  }

  @Test
  void thePressThatIsDeliveredTwiceIsOne() throws Exception {
    run.type("Answer billing questions");
    Answer answer = run.press("Answers from documents");
    int facts = run.facts();

    run.discord.again(answer);
    run.discord.press(DiscordRun.LEAD, "Use a form");
    run.settle();

    assertThat(run.facts()).isEqualTo(facts);
  }

  @Test
  void aButtonWorksAfterAMonth() throws Exception {
    run.type("Answer billing questions");
    Post open = run.thread().getLast();

    run.clock.tick(Duration.ofDays(31));
    run.restart();
    run.discord.press(DiscordRun.LEAD, open, "Answers from documents");
    run.settle();

    assertThat(run.sidecar().answers().to("use_case")).isPresent();
  }

  @Test
  void aFullInboxIsTold() throws Exception {
    run.type("Answer billing questions");
    run.door.full(true);

    assertThat(run.discord.press(DiscordRun.LEAD, "Answers from documents").said())
        .contains("busy just now");
    assertThat(
            run.discord
                .command(DiscordRun.LEAD, DiscordRun.CHANNEL, "start", Map.of("name", "other"))
                .said())
        .contains("busy just now");
  }

  @Test
  void aFormThatIsOutOfDateSaysSo() throws Exception {
    Modal form = run.press("Use a form").form();
    run.fill(
        form,
        Map.of(
            "goal", "Answer billing questions",
            "use_case", "knowledge-qa",
            "example_count", "300",
            "architecture", "rag-only"));
    run.press("C Continue");

    assertThat(run.discord.submit(form, Map.of("goal", "another")).said()).contains("has moved on");
  }

  @Test
  void whatIsWrongInAFormIsKeptForTheNextTry() throws Exception {
    Modal form = run.press("Use a form").form();

    Answer wrong =
        run.fill(form, Map.of("goal", "Answer billing questions", "example_count", "many"));

    assertThat(wrong.said()).contains("What you typed is kept").contains("How many labelled");
    Answer again =
        run.discord.press(
            DiscordRun.LEAD, Objects.requireNonNull(wrong.post()), "Open the form again");
    assertThat(again.form().fields()).containsEntry("goal", "Answer billing questions");
    run.fill(again.form(), Map.of("example_count", "300"));
    assertThat(run.sidecar().answers().to("goal")).isPresent();
  }

  @Test
  void somebodyWhoPressedLongAgoIsWrittenToDirectly() throws Exception {
    run.type("Answer billing questions");
    run.discord.press(DiscordRun.DATA, "Answers from documents");
    run.clock.tick(Duration.ofMinutes(20));
    run.settle();

    Post told = run.discord.nextWhisper();
    assertThat(told.shown()).contains("<#" + run.threadId() + ">").contains("You can read here");
  }
}
