package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.Post;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project in several channels, how much of it is seen there, and people who are two. */
class ElsewhereTest {

  private static final String OTHER = "C8";

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun(SlackRun.Way.SOCKETS);
    run.started();
    run.slack.channel(OTHER, true);
  }

  @AfterEach
  void close() throws Exception {
    assertThat(run.slack.rejections()).isEmpty();
    run.close();
  }

  private List<Post> other() {
    return run.slack.posts().stream().filter(post -> post.channel().equals(OTHER)).toList();
  }

  @Test
  void whoAsksToJoinIsLetInByTheOwner() throws Exception {
    Delivery asked = run.slack.command(SlackRun.DATA, OTHER, "aiwf join support-bot");
    assertThat(asked.answer().path("text").asString()).contains("Passed on");
    run.settle();

    assertThat(run.slack.nextWhisper())
        .satisfies(whisper -> {
          assertThat(whisper.channel()).isEqualTo(OTHER);
          assertThat(whisper.user()).isEqualTo(SlackRun.DATA);
          assertThat(whisper.shown()).contains("its owner is asked now");
        });
    assertThat(other()).isEmpty();
    assertThat(run.thread().getLast().shown()).contains("wants to take part").contains("<@U1>");

    run.press("Let in");

    Post root = other().getFirst();
    assertThat(root.shown()).contains("support-bot");
    run.slack.say(SlackRun.DATA, OTHER, root.ts(), "Answer billing questions");
    run.settle();
    assertThat(run.sidecar().answers().value("goal"))
        .isEqualTo(new Value.Text("Answer billing questions"));
  }

  @Test
  void aFileComesOnlyWhereItsProjectHasAThread() throws Exception {
    run.artifacts.put("decision-log.md", "# Decisions");

    Delivery asked =
        run.slack.command(SlackRun.LEAD, OTHER, "aiwf artifacts decision-log.md support-bot");

    assertThat(asked.answer().path("text").asString())
        .contains("no thread in this channel")
        .doesNotContain("comes into");
  }

  @Test
  void whoAsksForAProjectThatIsNotThereLearnsNothing() throws Exception {
    run.slack.command(SlackRun.DATA, OTHER, "aiwf join no-such-bot");
    run.settle();

    assertThat(run.slack.nextWhisper().shown()).contains("If there is a project of that name");
  }

  @Test
  void aChannelThatFollowsMilestonesIsSparedTheQuestions() throws Exception {
    run.type("@aiwf follow milestones");
    assertThat(run.slack.nextWhisper().shown()).contains("decisions and gates");
    int before = run.thread().size();

    run.type("Answer billing questions");
    assertThat(run.sidecar().answers().to("goal")).isPresent();
    assertThat(run.thread()).hasSize(before);

    run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf follow everything");
    run.settle();
    assertThat(run.thread()).hasSizeGreaterThan(before);
    assertThat(run.thread().getLast().labels()).contains("Answers from documents");
  }

  @Test
  void whoeverIsKnownElsewhereSaysSoOnBothSides() throws Exception {
    run.type("@aiwf me link");
    Matcher code = Pattern.compile("CODE-\\d+").matcher(run.slack.nextWhisper().shown());
    assertThat(code.find()).isTrue();
    run.people.typed(code.group(), new Person(new PersonId("console:lead"), "lead", true));

    Delivery yes = run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf me yes");
    assertThat(yes.answer().path("text").asString()).contains("You are lead (console:lead)");

    run.type("@aiwf me");
    assertThat(run.slack.nextWhisper().shown()).contains("and also console:lead");
  }
}
